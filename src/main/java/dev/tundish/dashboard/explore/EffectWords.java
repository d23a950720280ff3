package dev.tundish.dashboard.explore;

import dev.tundish.funnel.Effect;
import dev.tundish.funnel.Effect.Standing;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Happening;
import dev.tundish.funnel.LeadEvent;
import java.util.ArrayList;
import java.util.List;

/** What an event does to its lead's journey, in plain words; nothing where its own words say it all. */
final class EffectWords {

    private final Flow flow;

    EffectWords(Flow flow) {
        this.flow = flow;
    }

    List<String> of(LeadEvent event, Effect effect) {
        List<String> words = new ArrayList<>();
        if (effect.undone()) {
            words.add("Taken back later: counts as "
                    + flow.stages().get(effect.stage()).label() + " alone");
        } else if (effect.stage() >= 0 && !effect.first()) {
            words.add("It had been there before");
        }
        if (effect.exit() == Standing.OVERTAKEN) {
            words.add("It came back afterwards, or left again later");
        }
        if (effect.verdict() == Standing.OVERTAKEN) {
            words.add(
                    event.what() instanceof Happening.Feedback
                            ? "A later answer took its place"
                            : "Says nothing of the lead any more");
        } else if (effect.verdict() == Standing.STANDS && !(event.what() instanceof Happening.Feedback)) {
            words.add("Counts as “not right”, for this reason");
        }
        if (effect.value() == Standing.OVERTAKEN) {
            words.add("This amount does not count");
        }
        if (effect.counting() == Standing.OVERTAKEN) {
            words.add("Something later went over it");
        }
        return words;
    }

    /** Whether nothing of what the event says holds any more. */
    static boolean isIdle(Effect effect) {
        boolean leads = effect.stage() >= 0 && !effect.undone();
        return effect.undone() || !leads && isSaid(effect, Standing.OVERTAKEN) && !isSaid(effect, Standing.STANDS);
    }

    private static boolean isSaid(Effect effect, Standing standing) {
        return effect.exit() == standing
                || effect.verdict() == standing
                || effect.value() == standing
                || effect.counting() == standing;
    }
}
