package dev.tundish.funnel;

/**
 * The bounded summary of a lead's events from which its {@link Journey} follows. It absorbs events in any order and any
 * number of times; one case needs more than it holds (a revert that voids the conversion that counted, with another
 * conversion later): then it says so, and the lead's events are folded again from the log.
 */
public final class JourneyState {

    private JourneyState() {}

    /** The state before any event. */
    public static JourneyState empty(Rules rules) {
        throw new UnsupportedOperationException();
    }

    /** Reads what {@link #encode} wrote, under the same rules. */
    public static JourneyState decode(Rules rules, byte[] encoded) {
        throw new UnsupportedOperationException();
    }

    /** A small, versioned binary form for the journal's table. */
    public byte[] encode() {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes one event in.
     *
     * @return false when the state does not hold enough to do so: it is then unchanged, and the lead is to be folded
     *     from all of its events with {@link #fold}
     */
    public boolean absorb(LeadEvent event) {
        throw new UnsupportedOperationException();
    }

    /** The state after all of these events: any order, duplicates allowed. */
    public static JourneyState fold(Rules rules, Iterable<LeadEvent> events) {
        throw new UnsupportedOperationException();
    }

    /** How many different attributes the lead has, for the limit of 40. */
    public int attributeCount() {
        throw new UnsupportedOperationException();
    }

    /** Whether the lead has this attribute. */
    public boolean hasAttribute(String key) {
        throw new UnsupportedOperationException();
    }

    /** What is known of the lead. */
    public Journey journey() {
        throw new UnsupportedOperationException();
    }
}
