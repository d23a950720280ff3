package dev.tundish.funnel;

import static dev.tundish.funnel.Journey.NEVER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The contract's section 3 read once more, by brute force over a lead's sorted events and without a line of
 * {@link JourneyState}: what {@code verify} and the property tests hold the fold against. The rules are applied one by
 * one, as they are numbered; slow is fine.
 */
public final class SecondReading {

    private final Rules rules;
    private final int last;
    private final List<LeadEvent> events;
    private final OptionalLong latestRevert;
    private final OptionalLong firstVoid;

    private SecondReading(Rules rules, Iterable<LeadEvent> all) {
        this.rules = rules;
        this.last = rules.flow().last();
        this.events = sorted(all);
        this.latestRevert = events.stream()
                .filter(e -> e.what() instanceof Happening.Reverted)
                .mapToLong(LeadEvent::at)
                .max();
        this.firstVoid =
                events.stream().filter(this::isVoid).mapToLong(LeadEvent::at).min();
    }

    /** The journey that these events make: any order, duplicates allowed. */
    public static Journey journey(Rules rules, Iterable<LeadEvent> events) {
        return new SecondReading(rules, events).journey();
    }

    private static List<LeadEvent> sorted(Iterable<LeadEvent> all) {
        Map<String, LeadEvent> distinct = new HashMap<>();
        all.forEach(e -> distinct.putIfAbsent(e.id(), e));
        List<LeadEvent> sorted = new ArrayList<>(distinct.values());
        sorted.sort((a, b) -> {
            int byTime = Long.compare(a.at(), b.at());
            return byTime != 0
                    ? byTime
                    : Arrays.compare(
                            a.id().codePoints().toArray(), b.id().codePoints().toArray());
        });
        return sorted;
    }

    private Journey journey() {
        long[] asserted = new long[last + 1];
        long[] reached = new long[last + 1];
        for (int k = 0; k <= last; k++) {
            asserted[k] = firstAt(k);
        }
        int stage = -1;
        for (int k = 0; k <= last; k++) {
            reached[k] = Arrays.stream(asserted, k, last + 1).min().orElse(NEVER);
            stage = reached[k] == NEVER ? stage : k;
        }
        Status status = status(reached[last] != NEVER);
        LeadEvent exit = lastExit();
        return new Journey(
                asserted,
                reached,
                stage,
                status,
                status == Status.OUT && exit != null ? exitReason(exit) : null,
                attributes(),
                value(),
                verdict(status),
                voided());
    }

    /** Rule 1: does a revert void this event? */
    private boolean isVoid(LeadEvent event) {
        return rules.flow().asserted(event.what()) == last
                && latestRevert.isPresent()
                && event.at() <= latestRevert.getAsLong();
    }

    /** Rule 1: the stage that the event asserts in the end, or -1. */
    private int stageOf(LeadEvent event) {
        return isVoid(event) ? last - 1 : rules.flow().asserted(event.what());
    }

    /** Rule 2. */
    private long firstAt(int stage) {
        return events.stream()
                .filter(e -> stageOf(e) == stage)
                .mapToLong(LeadEvent::at)
                .min()
                .orElse(NEVER);
    }

    private boolean stageEventAfter(long at) {
        return events.stream().anyMatch(e -> stageOf(e) >= 0 && e.at() > at);
    }

    /** Rule 5: is the event an exit, and for what reason? */
    private @Nullable String exitReason(LeadEvent event) {
        return switch (event.what()) {
            case Happening.Disqualified(String reason) -> reason;
            case Happening.Rejected(String reason) -> reason;
            case Happening.Lost(String reason) -> reason;
            case Happening.Reverted(String reason) ->
                firstVoid.isPresent() && firstVoid.getAsLong() <= event.at() ? reason : null;
            default -> null;
        };
    }

    private @Nullable LeadEvent lastExit() {
        return lastOf(events.stream().filter(e -> exitReason(e) != null));
    }

    private Status status(boolean converted) {
        if (converted) {
            return Status.CONVERTED;
        }
        LeadEvent exit = lastExit();
        return exit != null && !stageEventAfter(exit.at()) ? Status.OUT : Status.OPEN;
    }

    /** Rule 6. */
    private Map<String, String> attributes() {
        Map<String, String> first = new TreeMap<>();
        events.forEach(e -> e.attributes().forEach(first::putIfAbsent));
        return new LinkedHashMap<>(first);
    }

    /** Rule 7. */
    private @Nullable Money value() {
        LeadEvent event = lastOf(events.stream().filter(e -> stageOf(e) == last && e.value() != null));
        return event == null ? null : event.value();
    }

    /** Rule 8. */
    private @Nullable Verdict verdict(Status status) {
        LeadEvent stated = lastOf(events.stream().filter(e -> e.what() instanceof Happening.Feedback));
        if (stated != null && stated.what() instanceof Happening.Feedback(Mark mark, List<String> reasons)) {
            return new Verdict(Verdict.Source.STATED, mark, reasons, stated.at());
        }
        LeadEvent implying = lastOf(events.stream().filter(e -> impliedReason(e) != null));
        String reason = implying == null ? null : impliedReason(implying);
        if (implying == null || reason == null || status == Status.CONVERTED || stageEventAfter(implying.at())) {
            return null;
        }
        return new Verdict(Verdict.Source.IMPLIED, Mark.BAD, List.of(reason), implying.at());
    }

    private @Nullable String impliedReason(LeadEvent event) {
        String reason = switch (event.what()) {
            case Happening.Rejected(String why) -> why;
            case Happening.Lost(String why) -> why;
            case Happening.Reverted(String why) -> why;
            default -> null;
        };
        return reason != null && rules.isQuality(reason) ? reason : null;
    }

    /** Rule 9. */
    private boolean voided() {
        LeadEvent word = lastOf(events.stream()
                .filter(e -> e.what() instanceof Happening.Voided || e.what() instanceof Happening.Restored));
        return word != null && word.what() instanceof Happening.Voided;
    }

    private static @Nullable LeadEvent lastOf(Stream<LeadEvent> ordered) {
        return ordered.reduce((_, later) -> later).orElse(null);
    }
}
