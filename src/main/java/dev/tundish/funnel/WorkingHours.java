package dev.tundish.funnel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The time in which people work: Monday to Friday, 9 to 18, in a zone. It stands still at night and over the weekend, so
 * that a plan along it does not run through them. Holidays are not known.
 */
public final class WorkingHours {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private WorkingHours() {}

    /**
     * How much working time lies between two moments; 0 when the second is not the later one. Clocks that change within
     * working hours make a day as much longer or shorter.
     *
     * @param from microseconds since the epoch
     * @param to microseconds since the epoch
     * @return microseconds
     */
    public static long between(long from, long to, ZoneId zone) {
        long sum = 0;
        LocalDate last = date(to, zone);
        for (LocalDate day = date(from, zone); !day.isAfter(last); day = day.plusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                sum += Math.max(0, Math.min(to, at(day, EVENING, zone)) - Math.max(from, at(day, MORNING, zone)));
            }
        }
        return sum;
    }

    private static LocalDate date(long at, ZoneId zone) {
        return LocalDate.ofInstant(Instant.EPOCH.plus(at, ChronoUnit.MICROS), zone);
    }

    private static long at(LocalDate day, LocalTime time, ZoneId zone) {
        return ChronoUnit.MICROS.between(
                Instant.EPOCH, ZonedDateTime.of(day, time, zone).toInstant());
    }
}
