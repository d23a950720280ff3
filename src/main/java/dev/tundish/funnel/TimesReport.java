package dev.tundish.funnel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a step took the leads that were seen at both its ends, in this order: those of {@code fromPrevious} (contract,
 * 4).
 *
 * @param p50 nearest-rank, in seconds; null when there are none
 * @param p90 nearest-rank, in seconds; null when there are none
 * @param bars next to each other, the shortest first; none when there are no leads
 */
public record TimesReport(
        long leads, @Nullable Double p50, @Nullable Double p90, List<Bar> bars) {

    public TimesReport {
        bars = List.copyOf(bars);
    }

    /** The leads that took {@code [fromSeconds, toSeconds)}. */
    public record Bar(double fromSeconds, double toSeconds, long leads) {}
}
