package dev.tundish.dashboard.campaigns;

import dev.tundish.campaign.Definition;
import dev.tundish.campaign.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody wrote into the form. */
record Wish(String key, Draft draft) {

    /** A definition as a draft: saving it unchanged changes nothing. */
    static Draft of(Definition is) {
        return new Draft(
                is.name(),
                is.template(),
                steps(is),
                is.zone().getId(),
                is.channel(),
                is.launchedAt(),
                is.endsAt(),
                is.budget() == null
                        ? null
                        : new Draft.Sum(
                                is.budget().amount().toPlainString(),
                                is.budget().currency()),
                is.targets(),
                is.predecessor(),
                is.handover(),
                false,
                is.window(),
                is.reasons(),
                is.owner(),
                is.tags(),
                is.archived(),
                is.promise(),
                is.spend() == null
                        ? null
                        : new Draft.Sum(
                                is.spend().amount().toPlainString(), is.spend().currency()));
    }

    /** The next one of its kind: it follows the other, and what belongs to that one alone is left open. */
    static Draft like(Definition other, String key) {
        return new Draft(
                null,
                other.template(),
                steps(other),
                other.zone().getId(),
                other.channel(),
                null,
                null,
                null,
                other.targets(),
                key,
                other.handover(),
                false,
                other.window(),
                other.reasons(),
                other.owner(),
                other.tags(),
                false,
                null,
                null);
    }

    /** Only what bears on the counting: stages, hand-over, reasons. */
    Draft counting() {
        return new Draft(
                "-",
                null,
                draft.flow(),
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                null,
                draft.handover(),
                false,
                null,
                draft.reasons(),
                null,
                List.of(),
                false,
                null,
                null);
    }

    private static List<Draft.Step> steps(Definition of) {
        List<Draft.Step> steps = new ArrayList<>();
        of.flow().stages().forEach(stage -> steps.add(step(stage.key(), stage.label(), stage.shortLabel())));
        return steps;
    }

    static Draft.Step step(String key, String label, @Nullable String brief) {
        return new Draft.Step(key, label, brief);
    }
}
