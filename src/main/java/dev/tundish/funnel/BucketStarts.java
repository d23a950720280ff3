package dev.tundish.funnel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;

/** Finds the bucket of a moment. Moments of one bucket often come together, so the last one is remembered. */
final class BucketStarts {

    private static final long MICROS_A_MINUTE = 60_000_000;
    private static final int AT_ONCE = 64;

    private final Bucket bucket;
    private long start;
    private long end;
    /** The starts of days or weeks one after the other, as far as they were needed: the calendar is slow to ask. */
    private long[] calendar = {};

    private LocalDate earliest = LocalDate.EPOCH;
    private LocalDate latest = LocalDate.EPOCH;

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
                case Bucket.Days(ZoneId zone) -> find(at, 1, zone);
                case Bucket.Weeks(ZoneId zone) -> find(at, 7, zone);
            }
        }
        return start;
    }

    private void find(long at, int days, ZoneId zone) {
        if (calendar.length == 0) {
            LocalDate date = LocalDate.ofInstant(Instant.EPOCH.plus(at, ChronoUnit.MICROS), zone);
            earliest = days == 1 ? date : date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            latest = earliest;
            calendar = new long[] {startOfDay(earliest, zone)};
        }
        while (at < calendar[0]) {
            LocalDate from = earliest.minusDays((long) AT_ONCE * days);
            long[] longer = Arrays.copyOf(starts(from, days, zone), AT_ONCE + calendar.length);
            System.arraycopy(calendar, 0, longer, AT_ONCE, calendar.length);
            calendar = longer;
            earliest = from;
        }
        while (at >= calendar[calendar.length - 1]) {
            long[] more = starts(latest.plusDays(days), days, zone);
            latest = latest.plusDays((long) AT_ONCE * days);
            calendar = Arrays.copyOf(calendar, calendar.length + AT_ONCE);
            System.arraycopy(more, 0, calendar, calendar.length - AT_ONCE, AT_ONCE);
        }
        // The last start that is not after it. A day that a zone left out begins, and ends, where the next one begins.
        int place = Arrays.binarySearch(calendar, at);
        place = place < 0 ? -place - 2 : place;
        while (calendar[place + 1] <= at) {
            place++;
        }
        start = calendar[place];
        end = calendar[place + 1];
    }

    private static long[] starts(LocalDate from, int days, ZoneId zone) {
        long[] starts = new long[AT_ONCE];
        Arrays.setAll(starts, n -> startOfDay(from.plusDays((long) n * days), zone));
        return starts;
    }

    private static long startOfDay(LocalDate date, ZoneId zone) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, date.atStartOfDay(zone).toInstant());
    }
}
