package dev.tundish.funnel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** Finds the bucket of a moment. Moments of one bucket often come together, so the last one is remembered. */
final class BucketStarts {

    private static final long MICROS_A_MINUTE = 60_000_000;

    private final Bucket bucket;
    private long start;
    private long end;

    BucketStarts(Bucket bucket) {
        this.bucket = bucket;
    }

    /** When the bucket of this moment begins, microseconds since the epoch. */
    long startOf(long at) {
        if (at < start || at >= end) {
            switch (bucket) {
                case Bucket.Minutes(int minutes) -> {
                    long width = minutes * MICROS_A_MINUTE;
                    start = Math.floorDiv(at, width) * width;
                    end = start + width;
                }
                case Bucket.Days(ZoneId zone) -> calendar(date(at, zone), 1, zone, at);
                case Bucket.Weeks(ZoneId zone) ->
                    calendar(date(at, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), 7, zone, at);
            }
        }
        return start;
    }

    private void calendar(LocalDate date, int days, ZoneId zone, long at) {
        start = startOfDay(date, zone);
        end = startOfDay(date.plusDays(days), zone);
        if (at >= end) {
            // Clocks set back just after midnight bring yesterday's date again: the new day has begun and goes on.
            start = end;
            end = startOfDay(date.plusDays(2L * days), zone);
        }
    }

    private static LocalDate date(long at, ZoneId zone) {
        return LocalDate.ofInstant(Instant.EPOCH.plus(at, ChronoUnit.MICROS), zone);
    }

    private static long startOfDay(LocalDate date, ZoneId zone) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, date.atStartOfDay(zone).toInstant());
    }
}
