package dev.tundish.funnel;

import org.jspecify.annotations.Nullable;

/**
 * What a funnel report is asked (contract, 4). Times in microseconds since the epoch, {@code from} and {@code to} on
 * whole minutes, half-open.
 *
 * @param window time allowed, in microseconds; cohort only
 * @param asOf the moment at which windows are judged; hides no event
 * @param times whether {@code fromFirst} and {@code fromPrevious} are wanted
 * @param breakdown an attribute's key, for segments
 */
public record FunnelQuestion(
        Mode mode,
        @Nullable Long from,
        @Nullable Long to,
        @Nullable Long window,
        long asOf,
        boolean counts,
        boolean times,
        @Nullable String breakdown,
        Filter filter) {

    /** Whose leads are counted: those who came in then, wherever they are now, or what happened then. */
    public enum Mode {
        COHORT,
        ACTIVITY
    }

    public FunnelQuestion {
        if (mode == Mode.ACTIVITY && window != null) {
            throw new IllegalArgumentException("a window needs the mode cohort");
        }
    }

    /** All leads since ever, counts and times. */
    public static FunnelQuestion whole(long asOf) {
        return new FunnelQuestion(Mode.COHORT, null, null, null, asOf, true, true, null, Filter.NONE);
    }

    /** The same question for counts alone. */
    public FunnelQuestion withoutTimes() {
        return new FunnelQuestion(mode, from, to, window, asOf, counts, false, breakdown, filter);
    }

    /** Whether the tallies answer it; else the cube does. */
    public boolean fromTallies() {
        return window == null && !times && breakdown == null && filter.isNone();
    }
}
