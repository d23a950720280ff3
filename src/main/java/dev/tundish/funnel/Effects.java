package dev.tundish.funnel;

import dev.tundish.funnel.Effect.Standing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Explains a journey by its events: which of them count, and which were overtaken. */
public final class Effects {

    private final Rules rules;
    private final int last;
    private final List<LeadEvent> events;
    private final Journey journey;
    private final long latestRevert;
    private final Set<String> touched = new HashSet<>();
    private final Set<Integer> asserted = new HashSet<>();

    private Effects(Rules rules, List<LeadEvent> events) {
        this.rules = rules;
        this.last = rules.flow().last();
        this.events = events;
        this.journey = JourneyState.fold(rules, events).journey();
        this.latestRevert = events.stream()
                .filter(e -> e.what() instanceof Happening.Reverted)
                .mapToLong(LeadEvent::at)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    /**
     * The effect of each event.
     *
     * @param events all of one lead, in the order {@code (at, id)}, each once
     */
    public static List<Effect> of(Rules rules, List<LeadEvent> events) {
        return new Effects(rules, events).all();
    }

    private List<Effect> all() {
        int exit = lastOf(this::leaves);
        int stated = lastOf(e -> e.what() instanceof Happening.Feedback);
        int verdict = stated >= 0 ? stated : lastOf(this::implies);
        int value = lastOf(e -> e.value() != null && stageOf(e) == last);
        int counting = lastOf(Effects::decidesCounting);
        List<Effect> effects = new ArrayList<>();
        for (int n = 0; n < events.size(); n++) {
            LeadEvent event = events.get(n);
            int stage = stageOf(event);
            Set<String> own = new HashSet<>(event.attributes().keySet());
            own.removeIf(key -> !touched.add(key));
            effects.add(new Effect(
                    stage,
                    stage >= 0 && asserted.add(stage),
                    isUndone(event),
                    standing(leaves(event), n == exit && journey.status() == Status.OUT),
                    standing(
                            event.what() instanceof Happening.Feedback || implies(event),
                            n == verdict && journey.verdict() != null),
                    standing(event.value() != null, n == value),
                    standing(decidesCounting(event), n == counting),
                    own));
        }
        return effects;
    }

    private static @Nullable Standing standing(boolean says, boolean holds) {
        return !says ? null : holds ? Standing.STANDS : Standing.OVERTAKEN;
    }

    private boolean isUndone(LeadEvent event) {
        return rules.flow().asserted(event.what()) == last && event.at() <= latestRevert;
    }

    private int stageOf(LeadEvent event) {
        return isUndone(event) ? last - 1 : rules.flow().asserted(event.what());
    }

    /** A revert is an exit only when a conversion at or before it is undone. */
    private boolean leaves(LeadEvent event) {
        return switch (event.what()) {
            case Happening.Disqualified _, Happening.Rejected _, Happening.Lost _ -> true;
            case Happening.Reverted _ -> events.stream().anyMatch(e -> isUndone(e) && e.at() <= event.at());
            default -> false;
        };
    }

    private boolean implies(LeadEvent event) {
        return switch (event.what()) {
            case Happening.Rejected(String reason) -> rules.isQuality(reason);
            case Happening.Lost(String reason) -> rules.isQuality(reason);
            case Happening.Reverted(String reason) -> rules.isQuality(reason);
            default -> false;
        };
    }

    private static boolean decidesCounting(LeadEvent event) {
        return event.what() instanceof Happening.Voided || event.what() instanceof Happening.Restored;
    }

    private int lastOf(Predicate<LeadEvent> which) {
        for (int n = events.size() - 1; n >= 0; n--) {
            if (which.test(events.get(n))) {
                return n;
            }
        }
        return -1;
    }
}
