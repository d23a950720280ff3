package dev.tundish.funnel;

import org.jspecify.annotations.Nullable;

/** What one event said, with that event's place in the order. */
record Mention<T>(long at, String id, T what) {

    private static <T> Mention<T> of(LeadEvent event, T what) {
        return new Mention<>(event.at(), event.id(), what);
    }

    /** The later one in the order of what is known and what this event says. */
    static <T> Mention<T> last(@Nullable Mention<T> known, LeadEvent event, T what) {
        return known == null || Order.compare(known.at, known.id, event.at(), event.id()) < 0 ? of(event, what) : known;
    }

    /** The earlier one in the order of what is known and what this event says. */
    static <T> Mention<T> first(@Nullable Mention<T> known, LeadEvent event, T what) {
        return known == null || Order.compare(event.at(), event.id(), known.at, known.id) < 0 ? of(event, what) : known;
    }

    boolean isAfter(Mention<?> other) {
        return Order.compare(at, id, other.at, other.id) > 0;
    }
}
