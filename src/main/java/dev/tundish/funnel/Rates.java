package dev.tundish.funnel;

import org.jspecify.annotations.Nullable;

/** Shares of whole numbers. */
public final class Rates {

    private Rates() {}

    /** {@code part / whole}, or null when there is nothing to divide by. */
    public static @Nullable Double ratio(long part, long whole) {
        return whole == 0 ? null : Double.valueOf((double) part / whole);
    }
}
