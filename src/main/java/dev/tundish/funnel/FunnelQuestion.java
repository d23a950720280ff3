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
 * @param until only stages that were reached before this moment count, and only leads that had come in before it: the
 *     counts as they stood then, of what the log knows now. It hides stages, not exits: nothing keeps when a lead left,
 *     so that one that has left by now is out at the furthest stage that counts. It says nothing of windows: these are
 *     judged at {@code asOf}; see {@link #asItStood}.
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
        Filter filter,
        @Nullable Long until) {

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

    /** The question of how it stands now. */
    public FunnelQuestion(
            Mode mode,
            @Nullable Long from,
            @Nullable Long to,
            @Nullable Long window,
            long asOf,
            boolean counts,
            boolean times,
            @Nullable String breakdown,
            Filter filter) {
        this(mode, from, to, window, asOf, counts, times, breakdown, filter, null);
    }

    /** All leads since ever, counts and times. */
    public static FunnelQuestion whole(long asOf) {
        return new FunnelQuestion(Mode.COHORT, null, null, null, asOf, true, true, null, Filter.NONE);
    }

    /** The same question for counts alone. */
    public FunnelQuestion withoutTimes() {
        return new FunnelQuestion(mode, from, to, window, asOf, counts, false, breakdown, filter, until);
    }

    /** The same question for how it stood at a moment: windows are judged there, and what came later is not counted. */
    public FunnelQuestion asItStood(long moment) {
        return new FunnelQuestion(mode, from, to, window, moment, counts, times, breakdown, filter, moment);
    }

    /** The same question of the leads with one more wanted value of an attribute; null: of those without it. */
    public FunnelQuestion only(String key, @Nullable String value) {
        return new FunnelQuestion(
                mode,
                from,
                to,
                window,
                asOf,
                counts,
                times,
                breakdown,
                filter.with(key, value == null ? "" : value),
                until);
    }

    /** Whether the tallies answer it; else the cube does. */
    public boolean fromTallies() {
        return window == null && until == null && !times && breakdown == null && filter.isNone();
    }
}
