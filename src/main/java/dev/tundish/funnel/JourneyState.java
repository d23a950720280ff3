package dev.tundish.funnel;

import static dev.tundish.funnel.Journey.NEVER;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The bounded summary of a lead's events from which its {@link Journey} follows. It absorbs events in any order and any
 * number of times; one case needs more than it holds (a revert that voids the conversion that counted, with another
 * conversion later): then it says so, and the lead's events are folded again from the log.
 *
 * <p>Every part of it is a minimum or a maximum, by time or by the order {@code (at, id)}; that is why order and
 * repetition do not matter. The one exception is {@link #firstCounting}, which falls out of its minimum when a revert
 * overtakes it. Not safe for threads.
 */
public final class JourneyState {

    /** In place of a time that is a maximum: none yet. */
    static final long NOT_YET = Long.MIN_VALUE;

    final Rules rules;

    /** The first event of each stage; of the last stage, whether it counts or is void. */
    final long[] first;

    /** The latest event that asserts the last stage, whether it counts or is void. */
    long latestConversion = NOT_YET;

    /** The first event of the last stage after the latest revert. */
    long firstCounting = NEVER;

    /** The latest event that asserts any stage. */
    long latestStage = NOT_YET;

    @Nullable
    Mention<String> exit;

    @Nullable
    Mention<String> revert;

    @Nullable
    Mention<Happening.Feedback> stated;

    @Nullable
    Mention<String> implied;

    @Nullable
    Mention<Boolean> voided;

    @Nullable
    Mention<Money> value;

    final Map<String, Mention<String>> attributes = new TreeMap<>();

    JourneyState(Rules rules) {
        this.rules = rules;
        this.first = new long[rules.flow().size()];
        Arrays.fill(first, NEVER);
    }

    /** The state before any event. */
    public static JourneyState empty(Rules rules) {
        return new JourneyState(rules);
    }

    /**
     * Reads what {@link #encode} wrote, under the same rules.
     *
     * @throws IllegalArgumentException when it is of another version, or damaged
     */
    public static JourneyState decode(Rules rules, byte[] encoded) {
        return StateReader.read(rules, encoded);
    }

    /** A small, versioned binary form for the journal's table. Equal states have equal forms. */
    public byte[] encode() {
        return StateWriter.write(this);
    }

    /** The state after all of these events: any order, duplicates allowed. */
    public static JourneyState fold(Rules rules, Iterable<LeadEvent> events) {
        JourneyState state = empty(rules);
        for (LeadEvent event : events) {
            if (event.what() instanceof Happening.Reverted(String reason)) {
                state.revert = Mention.last(state.revert, event, reason);
            }
        }
        // With the latest revert known, no conversion is taken for one that counts and found void later.
        events.forEach(state::take);
        return state;
    }

    /**
     * Takes one event in.
     *
     * @return false when the state does not hold enough to do so: it is then unchanged, and the lead is to be folded
     *     from all of its events with {@link #fold}
     */
    public boolean absorb(LeadEvent event) {
        if (event.what() instanceof Happening.Reverted && hidesNextConversion(event.at())) {
            return false;
        }
        take(event);
        return true;
    }

    /** Whether a revert at this time voids the first conversion that counts while a later one, not held here, stands. */
    private boolean hidesNextConversion(long at) {
        return at > revertedAt() && firstCounting <= at && latestConversion > at;
    }

    private void take(LeadEvent event) {
        int stage = rules.flow().asserted(event.what());
        if (stage >= 0) {
            takeStage(event, stage);
        }
        switch (event.what()) {
            case Happening.Disqualified(String reason) -> exit = Mention.last(exit, event, reason);
            case Happening.Rejected(String reason) -> takeExit(event, reason);
            case Happening.Lost(String reason) -> takeExit(event, reason);
            case Happening.Reverted(String reason) -> takeRevert(event, reason);
            case Happening.Feedback said -> stated = Mention.last(stated, event, said);
            case Happening.Voided _ -> voided = Mention.last(voided, event, true);
            case Happening.Restored() -> voided = Mention.last(voided, event, false);
            case Happening.Captured(),
                    Happening.Qualified(),
                    Happening.Accepted(),
                    Happening.Converted(),
                    Happening.Reached _ -> {}
        }
        event.attributes().forEach((key, text) -> attributes.put(key, Mention.first(attributes.get(key), event, text)));
    }

    private void takeStage(LeadEvent event, int stage) {
        long at = event.at();
        first[stage] = Math.min(first[stage], at);
        latestStage = Math.max(latestStage, at);
        if (stage < rules.flow().last()) {
            return;
        }
        latestConversion = Math.max(latestConversion, at);
        if (at > revertedAt()) {
            firstCounting = Math.min(firstCounting, at);
        }
        if (event.value() != null) {
            value = Mention.last(value, event, event.value());
        }
    }

    private void takeExit(LeadEvent event, String reason) {
        exit = Mention.last(exit, event, reason);
        takeImplied(event, reason);
    }

    private void takeRevert(LeadEvent event, String reason) {
        revert = Mention.last(revert, event, reason);
        if (firstCounting <= revert.at()) {
            firstCounting = NEVER;
        }
        takeImplied(event, reason);
    }

    private void takeImplied(LeadEvent event, String reason) {
        if (rules.isQuality(reason)) {
            implied = Mention.last(implied, event, reason);
        }
    }

    /** The contract's R. */
    long revertedAt() {
        return revert == null ? NOT_YET : revert.at();
    }

    /** How many different attributes the lead has, for the limit of 40. */
    public int attributeCount() {
        return attributes.size();
    }

    /** Whether the lead has this attribute. */
    public boolean hasAttribute(String key) {
        return attributes.containsKey(key);
    }

    /** What is known of the lead. */
    public Journey journey() {
        int last = rules.flow().last();
        long[] asserted = first.clone();
        asserted[last] = firstCounting;
        if (first[last] <= revertedAt()) {
            asserted[last - 1] = Math.min(asserted[last - 1], first[last]);
        }
        long[] reached = asserted.clone();
        int stage = reached[last] == NEVER ? -1 : last;
        for (int k = last - 1; k >= 0; k--) {
            reached[k] = Math.min(reached[k], reached[k + 1]);
            stage = stage < 0 && reached[k] != NEVER ? k : stage;
        }
        Mention<String> left = stage == last ? null : lastExit();
        boolean out = left != null && latestStage <= left.at();
        return new Journey(
                asserted,
                reached,
                stage,
                stage == last ? Status.CONVERTED : out ? Status.OUT : Status.OPEN,
                out && left != null ? left.what() : null,
                touches(),
                value != null && value.at() > revertedAt() ? value.what() : null,
                verdict(stage == last),
                voided != null && voided.what());
    }

    /** A revert is an exit when there was a conversion for it to undo; if the last one is none, no earlier one is. */
    private @Nullable Mention<String> lastExit() {
        if (revert == null || first[rules.flow().last()] > revert.at()) {
            return exit;
        }
        return exit == null || revert.isAfter(exit) ? revert : exit;
    }

    private @Nullable Verdict verdict(boolean converted) {
        if (stated != null) {
            Happening.Feedback said = stated.what();
            return new Verdict(Verdict.Source.STATED, said.verdict(), said.reasons(), stated.at());
        }
        if (implied == null || converted || latestStage > implied.at()) {
            return null;
        }
        return new Verdict(Verdict.Source.IMPLIED, Mark.BAD, List.of(implied.what()), implied.at());
    }

    private Map<String, String> touches() {
        if (attributes.isEmpty()) {
            return Map.of();
        }
        Map<String, String> touches = LinkedHashMap.newLinkedHashMap(attributes.size());
        attributes.forEach((key, mention) -> touches.put(key, mention.what()));
        return Collections.unmodifiableMap(touches);
    }
}
