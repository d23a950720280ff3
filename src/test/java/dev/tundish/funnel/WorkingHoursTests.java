package dev.tundish.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorkingHoursTests {

    private static final long MINUTE = 60_000_000;
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"),
            ZoneId.of("Europe/Amsterdam"),
            ZoneId.of("America/St_Johns"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("Australia/Lord_Howe"));

    @Test
    void countsEachMinuteThatALocalClockShowsBetweenNineAndSixOfAWorkday() {
        Random random = new Random(7);
        for (int n = 0; n < 60; n++) {
            ZoneId zone = ZONES.get(n % ZONES.size());
            long from = micros("2026-03-20T00:00:00Z") + random.nextInt(20 * 24 * 60) * MINUTE;
            long to = from + random.nextInt(12 * 24 * 60) * MINUTE;
            assertThat(WorkingHours.between(from, to, zone))
                    .as("%s to %s in %s", from, to, zone)
                    .isEqualTo(minuteByMinute(from, to, zone) * MINUTE);
        }
    }

    private static long minuteByMinute(long from, long to, ZoneId zone) {
        long minutes = 0;
        for (long at = from; at < to; at += MINUTE) {
            ZonedDateTime local = Instant.EPOCH.plus(at, ChronoUnit.MICROS).atZone(zone);
            if (local.getDayOfWeek().getValue() <= 5 && local.getHour() >= 9 && local.getHour() < 18) {
                minutes++;
            }
        }
        return minutes;
    }

    @Test
    void standsStillAtNightAndOverTheWeekend() {
        ZoneId amsterdam = ZoneId.of("Europe/Amsterdam");
        long fridayEvening = micros("2026-03-27T17:00:00Z");
        long mondayMorning = micros("2026-03-30T07:00:00Z");
        assertThat(WorkingHours.between(fridayEvening, mondayMorning, amsterdam))
                .isZero();
        assertThat(WorkingHours.between(fridayEvening, mondayMorning + 30 * MINUTE, amsterdam))
                .isEqualTo(30 * MINUTE);
    }

    @Test
    void isNothingBackwards() {
        long noon = micros("2026-03-25T12:00:00Z");
        assertThat(WorkingHours.between(noon, noon - 60 * MINUTE, ZoneId.of("UTC")))
                .isZero();
        assertThat(WorkingHours.between(noon, noon - 3 * 1440 * MINUTE, ZoneId.of("UTC")))
                .isZero();
    }

    private static long micros(String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }
}
