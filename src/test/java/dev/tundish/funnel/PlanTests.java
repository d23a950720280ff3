package dev.tundish.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlanTests {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final long HOUR = 3_600_000_000L;
    private static final long DAY = 24 * HOUR;
    private static final long LAUNCH = micros("2026-03-16T08:00:00Z");

    @Test
    void alongWorkingHoursItGrowsFromNothingAtTheLaunchToAllAtTheEnd() {
        Random random = new Random(3);
        for (int n = 0; n < 50; n++) {
            long launch = LAUNCH + random.nextLong(20 * DAY);
            long end = launch + 3 * DAY + random.nextLong(60 * DAY);
            Plan plan = new Plan(launch, end, AMSTERDAM);
            assertThat(plan.due(launch)).isZero();
            assertThat(plan.due(launch - DAY)).isZero();
            assertThat(plan.due(end)).isEqualTo(1);
            assertThat(plan.due(end + DAY)).isEqualTo(1);
            double before = 0;
            for (int step = 1; step < 40; step++) {
                double due = Objects.requireNonNull(plan.due(launch + (end - launch) / 40 * step));
                assertThat(due).isBetween(before, 1.0);
                before = due;
            }
        }
    }

    @Test
    void nothingBecomesDueInTheNight() {
        Plan plan = new Plan(LAUNCH, LAUNCH + 14 * DAY, AMSTERDAM);
        assertThat(plan.due(LAUNCH + 14 * HOUR)).isEqualTo(plan.due(LAUNCH + 22 * HOUR));
        // Ten days of nine hours, and an hour more on the last morning, because clocks went forward.
        assertThat(plan.due(LAUNCH + 5 * DAY)).isEqualTo(45 / 91.0);
    }

    @Test
    void nothingCanBeSaidWithoutAnEndOrWithoutAWorkingHour() {
        assertThat(new Plan(LAUNCH, null, AMSTERDAM).due(LAUNCH + DAY)).isNull();
        long saturday = micros("2026-03-21T08:00:00Z");
        assertThat(new Plan(saturday, saturday + DAY, AMSTERDAM).due(saturday + HOUR))
                .isNull();
        assertThat(new Plan(LAUNCH, LAUNCH - DAY, AMSTERDAM).due(LAUNCH)).isNull();
    }

    @Test
    void anExamplesCurveEndsWhereItWasAsOldAsThisOneWillBe() {
        Plan.Example winter = new Plan.Example(LAUNCH - 100 * DAY, LAUNCH - 70 * DAY);
        assertThat(new Plan(LAUNCH, LAUNCH + 20 * DAY, AMSTERDAM).endOf(winter)).isEqualTo(LAUNCH - 80 * DAY);
        assertThat(new Plan(LAUNCH, LAUNCH + 30 * DAY, AMSTERDAM).endOf(winter)).isEqualTo(LAUNCH - 70 * DAY);
        assertThat(new Plan(LAUNCH, null, AMSTERDAM).endOf(winter)).isEqualTo(LAUNCH - 70 * DAY);
        assertThat(new Plan(LAUNCH, LAUNCH + 31 * DAY, AMSTERDAM).endOf(winter))
                .as("nobody knows how it would have gone on")
                .isNull();
    }

    @Test
    void alongAnExampleItIsTheShareThatThatOneHadAtThisAge() {
        Plan plan = new Plan(LAUNCH, LAUNCH + 20 * DAY, AMSTERDAM);
        assertThat(plan.due(LAUNCH + DAY, 25, 100)).isEqualTo(0.25);
        assertThat(plan.due(LAUNCH, 3, 100)).isZero();
        assertThat(plan.due(LAUNCH + 20 * DAY, 99, 100)).isEqualTo(1);
        assertThat(plan.due(LAUNCH + DAY, 25, 29)).as("too few to make a curve").isNull();
        assertThat(plan.due(LAUNCH + DAY, 130, 100)).isEqualTo(1);
    }

    private static long micros(String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }
}
