package dev.tundish.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** How visitors spread over days and minutes. */
final class Rhythm {

    private Rhythm() {}

    /** How busy this hour is, against the busiest of a week: little at night, less at the weekend. */
    static double ofTheWeek(Instant time, ZoneId zone) {
        ZonedDateTime local = time.atZone(zone);
        double hour = local.getHour() + local.getMinute() / 60.0;
        // two humps, at 11 and at 20, over a small base
        double day =
                0.06 + Math.exp(-Math.pow((hour - 11) / 3.2, 2)) + 0.55 * Math.exp(-Math.pow((hour - 20) / 2.2, 2));
        boolean weekend = local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY;
        return Math.min(1, day) * (weekend ? 0.45 : 1);
    }

    /** Small waves around 1, of some minutes' length. */
    static double waves(Instant time) {
        double minutes = time.getEpochSecond() / 60.0;
        return 1 + 0.22 * Math.sin(minutes * 2 * Math.PI / 11) + 0.14 * Math.sin(minutes * 2 * Math.PI / 4.3);
    }

    /** The factor that makes a shape bring so many leads in all from one time to the other. */
    static double scale(Act.Rate shape, Instant from, Instant to, double leads) {
        double sum = 0;
        for (Instant minute = from; minute.isBefore(to); minute = minute.plus(1, ChronoUnit.MINUTES)) {
            sum += shape.at(minute);
        }
        return leads / sum;
    }

    /** From 0 to 1 between the two times, smoothly. */
    static double rise(Instant time, Instant from, Instant to) {
        double way = Duration.between(from, time).toMillis()
                / (double) Duration.between(from, to).toMillis();
        double held = Math.clamp(way, 0, 1);
        return held * held * (3 - 2 * held);
    }
}
