package dev.tundish.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class UsualGapsTests {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    /** Tuesday, in summer: noon in Amsterdam. */
    private static final int TUESDAY_NOON = minute("2026-06-23T10:00:00Z");

    private static final int DAY = 24 * 60;

    @Test
    void whatIsUsualOnATuesdayAtNoonIsKnownFromTuesdaysAtNoon() {
        // Every 2 minutes in working hours, every 30 minutes else, but every 10 minutes on Tuesdays from 12 to 13.
        int[] minutes = history(28, m -> {
            ZonedDateTime local = local(m);
            boolean lunch = local.getDayOfWeek().getValue() == 2 && local.getHour() == 12;
            boolean working = local.getHour() >= 9 && local.getHour() < 18;
            return m % (lunch ? 10 : working ? 2 : 30) == 0 ? 1 : 0;
        });
        // 24 gaps of 10 minutes in four Tuesdays are too few: of all workdays at that hour one in a hundred is longer
        // than 2.
        assertThat(UsualGaps.at(minutes, TUESDAY_NOON, AMSTERDAM)).isEqualTo(new UsualGaps.Usual(10, false));
        int[] denser = history(28, m -> m % (local(m).getDayOfWeek().getValue() == 2 ? 5 : 1) == 0 ? 1 : 0);
        assertThat(UsualGaps.at(denser, TUESDAY_NOON, AMSTERDAM)).isEqualTo(new UsualGaps.Usual(5, false));
        assertThat(UsualGaps.at(denser, TUESDAY_NOON + DAY, AMSTERDAM)).isEqualTo(new UsualGaps.Usual(1, false));
    }

    @Test
    void oneGapInAHundredMayBeLonger() {
        TreeSet<Integer> minutes = new TreeSet<>();
        int at = TUESDAY_NOON - 28 * DAY;
        for (int n = 0; n < 28; n++) {
            for (int m = 0; m < DAY; m++) {
                minutes.add(at + n * DAY + m);
            }
        }
        // Four Tuesdays from 12 to 13 have 60 gaps each and one that leads there; two long ones are not 1 %.
        for (int m = 20; m < 50; m++) {
            minutes.remove(TUESDAY_NOON - 7 * DAY + m);
        }
        assertThat(UsualGaps.at(array(minutes), TUESDAY_NOON, AMSTERDAM)).isEqualTo(new UsualGaps.Usual(1, false));
        for (int week = 2; week < 5; week++) {
            for (int m = 20; m < 50; m++) {
                minutes.remove(TUESDAY_NOON - week * 7 * DAY + m);
            }
        }
        assertThat(UsualGaps.at(array(minutes), TUESDAY_NOON, AMSTERDAM)).isEqualTo(new UsualGaps.Usual(31, false));
    }

    @Test
    void theFirstNightAndTheFirstWeekendAreNoNews() {
        // Launched on a Monday, leads every 5 minutes from 9 to 18.
        int launch = minute("2026-06-15T07:00:00Z");
        int[] firstDay = between(launch, launch + 9 * 60, 5);
        int midnight = launch + 15 * 60;
        UsualGaps.Usual atNight = UsualGaps.at(firstDay, midnight, AMSTERDAM);
        assertThat(atNight).isEqualTo(new UsualGaps.Usual(5, true));
        assertThat(Silence.at(midnight, firstDay[firstDay.length - 1], atNight, AMSTERDAM)
                        .isUnusual())
                .isFalse();

        TreeSet<Integer> week = new TreeSet<>();
        for (int day = 0; day < 5; day++) {
            for (int m : between(launch + day * DAY, launch + day * DAY + 9 * 60, 5)) {
                week.add(m);
            }
        }
        int sunday = launch + 6 * DAY + 2 * 60;
        UsualGaps.Usual usual = UsualGaps.at(array(week), sunday, AMSTERDAM);
        assertThat(Silence.at(sunday, week.last(), usual, AMSTERDAM).isUnusual())
                .isFalse();
        int mondayAtTen = launch + 7 * DAY + 60;
        UsualGaps.Usual monday = UsualGaps.at(array(week), mondayAtTen, AMSTERDAM);
        assertThat(Silence.at(mondayAtTen, week.last(), monday, AMSTERDAM).isUnusual())
                .as("an hour of work without a lead, where every five minutes one came")
                .isTrue();
    }

    @Test
    void ofTooFewGapsThereIsNoTelling() {
        int[] thirty = between(TUESDAY_NOON - 3000, TUESDAY_NOON - 3000 + 30 * 10, 10);
        assertThat(thirty).hasSize(30);
        assertThat(UsualGaps.at(thirty, TUESDAY_NOON, AMSTERDAM)).isNull();
        assertThat(UsualGaps.at(new int[] {}, TUESDAY_NOON, AMSTERDAM)).isNull();
        assertThat(UsualGaps.at(
                        between(TUESDAY_NOON - 3000, TUESDAY_NOON - 3000 + 31 * 10, 10), TUESDAY_NOON, AMSTERDAM))
                .isNotNull();
    }

    @Test
    void isWhatCountingByHandGives() {
        Random random = new Random(11);
        for (int n = 0; n < 40; n++) {
            double often = 0.002 + random.nextDouble() / (1 + random.nextInt(20));
            int now = TUESDAY_NOON + random.nextInt(14 * DAY);
            TreeSet<Integer> minutes = new TreeSet<>();
            for (int m = now - (1 + random.nextInt(28)) * DAY; m < now; m++) {
                if (random.nextDouble() < often) {
                    minutes.add(m);
                }
            }
            int[] all = array(minutes);
            assertThat(UsualGaps.at(all, now, AMSTERDAM)).as("run %d", n).isEqualTo(ByHand.usual(all, now, AMSTERDAM));
        }
    }

    @Test
    void afterFourWeeksWithoutALeadNothingIsUsual() {
        assertThat(Silence.at(TUESDAY_NOON, null, null, AMSTERDAM).isUnusual()).isTrue();
        assertThat(Silence.at(TUESDAY_NOON, TUESDAY_NOON - 9_999, null, AMSTERDAM)
                        .isUnusual())
                .as("without usual gaps there is no telling")
                .isFalse();
    }

    @Test
    void asLongAsUsualIsUsual() {
        UsualGaps.Usual ten = new UsualGaps.Usual(10, false);
        assertThat(Silence.at(TUESDAY_NOON, TUESDAY_NOON - 10, ten, AMSTERDAM).isUnusual())
                .isFalse();
        assertThat(Silence.at(TUESDAY_NOON, TUESDAY_NOON - 11, ten, AMSTERDAM).isUnusual())
                .isTrue();
    }

    /** The same in the plainest way: every gap is looked at minute by minute. */
    private static final class ByHand {

        static UsualGaps.@org.jspecify.annotations.Nullable Usual usual(int[] minutes, int now, ZoneId zone) {
            ZonedDateTime present = local(now);
            boolean old = minutes.length > 0 && now - minutes[0] >= 14 * DAY;
            for (int level = old ? 0 : 1; level < 3; level++) {
                java.util.List<Long> lengths = new java.util.ArrayList<>();
                for (int n = 0; n + 1 < minutes.length; n++) {
                    boolean touches = false;
                    for (int m = minutes[n]; m <= minutes[n + 1] && !touches; m++) {
                        ZonedDateTime there = local(m);
                        boolean hour = there.getHour() == present.getHour();
                        boolean weekday = there.getDayOfWeek() == present.getDayOfWeek();
                        boolean kind = there.getDayOfWeek().getValue() > 5
                                == present.getDayOfWeek().getValue() > 5;
                        touches = level == 2 || hour && (level == 0 ? weekday : kind);
                    }
                    if (touches) {
                        lengths.add(UsualGaps.length(minutes[n], minutes[n + 1], level == 2 || !old, zone));
                    }
                }
                if (lengths.size() >= UsualGaps.ENOUGH) {
                    lengths.sort(null);
                    int rank = (int) Math.ceil(lengths.size() * 99 / 100.0);
                    return new UsualGaps.Usual(lengths.get(rank - 1), level == 2 || !old);
                }
            }
            return null;
        }
    }

    private static int[] history(int days, IntToDoubleFunction comes) {
        TreeSet<Integer> minutes = new TreeSet<>();
        for (int m = TUESDAY_NOON - days * DAY; m < TUESDAY_NOON; m++) {
            if (comes.applyAsDouble(m) > 0) {
                minutes.add(m);
            }
        }
        return array(minutes);
    }

    private static int[] between(int from, int to, int step) {
        TreeSet<Integer> minutes = new TreeSet<>();
        for (int m = from; m < to; m += step) {
            minutes.add(m);
        }
        return array(minutes);
    }

    private static int[] array(TreeSet<Integer> minutes) {
        return minutes.stream().mapToInt(m -> m).toArray();
    }

    private static ZonedDateTime local(int minute) {
        return Instant.ofEpochSecond(minute * 60L).atZone(AMSTERDAM);
    }

    private static int minute(String instant) {
        return (int) (Instant.parse(instant).getEpochSecond() / 60);
    }
}
