package dev.tundish.journal;

import org.jspecify.annotations.Nullable;

/** Who a lead is, for the people who work it. Null: not said. Never in a count, a log line, an address or a metric. */
public record Card(
        @Nullable String name,
        @Nullable String company,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String url,
        @Nullable String owner) {

    /** Says nothing of the person, wherever it is printed. */
    @Override
    public String toString() {
        return "Card[...]";
    }
}
