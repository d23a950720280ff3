package dev.tundish.report.postgres;

import dev.tundish.funnel.TallyCell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the tallies: kinds of counters over a range of minutes, summed by code or minute by minute.
 *
 * @param kinds what the codes begin with, before the colon
 * @param from first minute; {@link TallyCell#WHOLE} alone: the counters of the whole campaign
 * @param to first minute after the range
 */
record Slice(List<String> kinds, int from, int to, boolean byMinute) {

    private static final long MINUTE = 60_000_000;

    /** The kinds of counters that these beginnings of codes name. */
    static List<String> kinds(List<String> prefixes) {
        return prefixes.stream().map(p -> p.replace(":", "")).distinct().toList();
    }

    /** The counters of a range in microseconds, summed; without bounds those of the whole campaign. */
    static Slice sums(List<String> kinds, @Nullable Long from, @Nullable Long to) {
        if (from == null && to == null) {
            return new Slice(kinds, TallyCell.WHOLE, TallyCell.WHOLE + 1, false);
        }
        return new Slice(kinds, first(from), end(to), false);
    }

    /** The counters of a range in microseconds, minute by minute. */
    static Slice minutes(List<String> kinds, @Nullable Long from, @Nullable Long to) {
        return new Slice(kinds, first(from), end(to), true);
    }

    private static int first(@Nullable Long from) {
        return from == null ? TallyCell.WHOLE + 1 : minute(from);
    }

    private static int end(@Nullable Long to) {
        return to == null ? Integer.MAX_VALUE : minute(to);
    }

    private static int minute(long micros) {
        long minute = Math.floorDiv(micros, MINUTE);
        return (int) Math.clamp(minute, TallyCell.WHOLE + 1L, Integer.MAX_VALUE);
    }
}
