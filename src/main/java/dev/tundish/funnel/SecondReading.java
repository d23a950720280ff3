package dev.tundish.funnel;

/**
 * The contract's section 3 read once more, by brute force over a lead's sorted events and without a line of
 * {@link JourneyState}: what {@code verify} and the property tests hold the fold against.
 */
public final class SecondReading {

    private SecondReading() {}

    /** The journey that these events make: any order, duplicates allowed. */
    public static Journey journey(Rules rules, Iterable<LeadEvent> events) {
        throw new UnsupportedOperationException();
    }
}
