package dev.tundish.journal.postgres;

import dev.tundish.funnel.Journey;
import dev.tundish.funnel.JourneyState;
import dev.tundish.funnel.LeadEvent;
import dev.tundish.funnel.Rules;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One lead in a batch: its journey before, and its state as the batch's events are taken in. */
final class LeadFold {

    /** Different attributes that a lead may have (contract, 2). */
    static final int MAX_ATTRIBUTES = 40;

    final String lead;
    final int number;
    final @Nullable Journey before;
    JourneyState state;

    /** Whether the state did not hold enough, so that the lead is to be folded from the log. */
    boolean incomplete;

    /** Attributes of events that the state has not taken in because it is incomplete. */
    private final Set<String> beside = new HashSet<>();

    LeadFold(String lead, int number, JourneyState state, @Nullable Journey before) {
        this.lead = lead;
        this.number = number;
        this.state = state;
        this.before = before;
    }

    static LeadFold unknown(Rules rules, String lead, int number) {
        return new LeadFold(lead, number, JourneyState.empty(rules), null);
    }

    static LeadFold known(Rules rules, String lead, int number, byte[] encoded) {
        JourneyState state = JourneyState.decode(rules, encoded);
        return new LeadFold(lead, number, state, state.journey());
    }

    boolean hasRoomFor(Set<String> attributes) {
        long fresh = attributes.stream()
                .filter(key -> !state.hasAttribute(key) && !beside.contains(key))
                .count();
        return fresh == 0 || state.attributeCount() + beside.size() + fresh <= MAX_ATTRIBUTES;
    }

    void take(LeadEvent event) {
        if (!incomplete && state.absorb(event)) {
            return;
        }
        incomplete = true;
        for (String key : event.attributes().keySet()) {
            if (!state.hasAttribute(key)) {
                beside.add(key);
            }
        }
    }

    /** Takes the lead's whole log in place of what it held. */
    void refold(Rules rules, Iterable<LeadEvent> log) {
        state = JourneyState.fold(rules, log);
        incomplete = false;
    }
}
