package dev.tundish.funnel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How long a campaign is usually without a lead. A gap is the time from one minute with leads to the next one, and belongs
 * to every hour that it touches; an hour's usual gaps are those of the {@link #DAYS} days before. What is usual is the gap
 * that 99 of 100 do not exceed (nearest rank; of fewer than a hundred: the longest one), taken from the first of these that
 * has {@link #ENOUGH}:
 *
 * <ol>
 *   <li>this weekday at this hour, once the history is two weeks long: before, no weekend may have come;
 *   <li>this hour on days of the same kind (Monday to Friday, or the weekend);
 *   <li>all hours.
 * </ol>
 *
 * All hours, and in the first two weeks each hour too, measure a gap by the {@link WorkingHours} in it: a campaign's first
 * night and first weekend are no news. Without enough gaps there is no telling.
 */
public final class UsualGaps {

    /** How far back gaps are looked at. */
    public static final int DAYS = 28;

    /** Fewer gaps than this are judged by nobody. */
    public static final int ENOUGH = 30;

    private static final int HOUR = 60;
    private static final int TWO_WEEKS = 14 * 24 * HOUR;
    private static final long MICROS_A_MINUTE = 60_000_000;

    private final int[] minutes;
    private final int now;
    private final ZoneId zone;

    private UsualGaps(int[] minutes, int now, ZoneId zone) {
        this.minutes = minutes;
        this.now = now;
        this.zone = zone;
    }

    /**
     * @param minutes the longest usual gap
     * @param working whether it is measured in working hours
     */
    public record Usual(long minutes, boolean working) {}

    /**
     * The longest usual gap at a moment, or null.
     *
     * @param minutes the minutes in which leads came in, since the epoch, ascending, each once
     * @param now the present minute
     */
    public static @Nullable Usual at(int[] minutes, int now, ZoneId zone) {
        return new UsualGaps(minutes, now, zone).usual();
    }

    /** How long the silence from one minute to another is, in minutes as they are measured. */
    public static long length(int from, int to, boolean working, ZoneId zone) {
        return working
                ? WorkingHours.between(from * MICROS_A_MINUTE, to * MICROS_A_MINUTE, zone) / MICROS_A_MINUTE
                : (long) to - from;
    }

    private @Nullable Usual usual() {
        boolean old = minutes.length > 0 && now - minutes[0] >= TWO_WEEKS;
        if (old) {
            Usual weekday = quantile(gaps(hour -> isLike(hour, true)), false);
            if (weekday != null) {
                return weekday;
            }
        }
        Usual hourly = quantile(gaps(hour -> isLike(hour, false)), !old);
        return hourly == null ? quantile(gaps(_ -> true), true) : hourly;
    }

    @FunctionalInterface
    private interface Hours {
        boolean contain(LocalDateTime hour);
    }

    /** The gaps that touch one of these hours, each once: the numbers of the minutes that they begin with. */
    private int[] gaps(Hours hours) {
        int[] touching = new int[Math.max(0, minutes.length - 1)];
        int count = 0;
        int known = Integer.MIN_VALUE;
        boolean in = false;
        for (int n = 0; n + 1 < minutes.length; n++) {
            boolean touches = false;
            for (int hour = Math.floorDiv(minutes[n], HOUR);
                    !touches && hour <= Math.floorDiv(minutes[n + 1], HOUR);
                    hour++) {
                if (hour != known) {
                    known = hour;
                    in = hours.contain(local(hour * HOUR));
                }
                touches = in;
            }
            if (touches) {
                touching[count++] = n;
            }
        }
        return Arrays.copyOf(touching, count);
    }

    /** Offsets of quarters of an hour: whole hours of UTC lie in two hours of such a zone; the first of them stands for both. */
    private boolean isLike(LocalDateTime hour, boolean sameWeekday) {
        LocalDateTime present = local(Math.floorDiv(now, HOUR) * HOUR);
        if (hour.getHour() != present.getHour()) {
            return false;
        }
        return sameWeekday
                ? hour.getDayOfWeek() == present.getDayOfWeek()
                : isWeekend(hour.getDayOfWeek()) == isWeekend(present.getDayOfWeek());
    }

    private static boolean isWeekend(DayOfWeek day) {
        return day.compareTo(DayOfWeek.FRIDAY) > 0;
    }

    private LocalDateTime local(int minute) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(minute * 60L), zone);
    }

    private @Nullable Usual quantile(int[] gaps, boolean working) {
        if (gaps.length < ENOUGH) {
            return null;
        }
        long[] lengths = new long[gaps.length];
        for (int n = 0; n < gaps.length; n++) {
            lengths[n] = length(minutes[gaps[n]], minutes[gaps[n] + 1], working, zone);
        }
        Arrays.sort(lengths);
        int rank = (int) ((99L * lengths.length + 99) / 100);
        return new Usual(lengths[rank - 1], working);
    }
}
