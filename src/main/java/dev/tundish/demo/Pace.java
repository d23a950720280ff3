package dev.tundish.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * How long a sales team takes, as medians.
 *
 * @param officeUntil steps before this moment wait for office hours; later ones, which somebody watches, do not
 * @param speed from the live moment on everything goes so many times as fast
 */
record Pace(
        Duration qualify,
        Duration accept,
        Duration opportunity,
        Duration win,
        Instant officeUntil,
        ZoneId zone,
        Instant live,
        double speed) {

    private static final double SPREAD = 0.9;

    /** A step that takes about so long. */
    Instant after(Dice dice, Instant before, Duration median) {
        return office(
                dice, before.plus(scaled(before, dice.about(median, SPREAD)).plusSeconds(5)));
    }

    /** A step that follows while one is at it. */
    Instant soon(Dice dice, Instant before) {
        return before.plus(
                scaled(before, dice.about(Duration.ofMinutes(3), SPREAD)).plusSeconds(2));
    }

    private Duration scaled(Instant before, Duration took) {
        return before.isBefore(live) ? took : Duration.ofMillis(Math.round(took.toMillis() / speed));
    }

    private Instant office(Dice dice, Instant at) {
        double minute = dice.fraction() * 150;
        if (!at.isBefore(officeUntil)) {
            return at;
        }
        ZonedDateTime local = at.atZone(zone);
        boolean late = local.getHour() >= 18;
        ZonedDateTime open = late ? local.plusDays(1) : local;
        while (open.getDayOfWeek() == DayOfWeek.SATURDAY || open.getDayOfWeek() == DayOfWeek.SUNDAY) {
            open = open.plusDays(1);
        }
        boolean sameDay = open.toLocalDate().equals(local.toLocalDate());
        if (sameDay && local.getHour() >= 8) {
            return at;
        }
        Instant morning = open.with(LocalTime.of(8, 0)).toInstant();
        return morning.plusMillis(Math.round(minute * 60_000)).truncatedTo(ChronoUnit.MILLIS);
    }
}
