package dev.tundish.dashboard.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.funnel.Filter;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.live.Range;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PeriodsTests {

    private static final Instant NOW = Instant.parse("2026-11-24T14:03:07Z");
    private static final FunnelQuestion VIEW = FunnelQuestion.whole(Json.micros(NOW));

    private static Periods of(Range range, @Nullable LocalDateTime since, @Nullable Instant launched) {
        return Periods.of(Samples.campaign("Europe/Amsterdam", launched), range, since, NOW);
    }

    @Test
    void aWeekMeetsTheWeekBeforeAsItStoodAWeekAgo() {
        Periods periods = of(new Range.Last(Duration.ofDays(7)), null, null);
        assertThat(periods.back()).isEqualTo(Duration.ofDays(7));
        assertThat(periods.from()).isEqualTo(Instant.parse("2026-11-17T14:03:00Z"));
        assertThat(periods.earlierFrom()).isEqualTo(Instant.parse("2026-11-10T14:03:00Z"));
        assertThat(periods.until()).isEqualTo(Instant.parse("2026-11-17T14:03:00Z"));
        assertThat(periods.to()).isNull();
    }

    @Test
    void todayMeetsYesterdayUpToThisMinute() {
        Periods periods = of(new Range.Today(), null, null);
        assertThat(periods.from()).isEqualTo(Instant.parse("2026-11-23T23:00:00Z"));
        assertThat(periods.earlierFrom()).isEqualTo(Instant.parse("2026-11-22T23:00:00Z"));
        assertThat(periods.earlierTo()).isEqualTo(Instant.parse("2026-11-23T14:03:00Z"));
    }

    @Test
    void theLastHourMeetsTheHourBefore() {
        Periods periods = of(new Range.Last(Duration.ofHours(1)), null, null);
        assertThat(periods.back()).isEqualTo(Duration.ofHours(1));
        assertThat(periods.earlierTo()).isEqualTo(periods.from());
    }

    @Test
    void aTimeThatIsOverIsTheWholeOfIt() {
        Range range =
                new Range.Between(LocalDateTime.parse("2026-11-02T00:00"), LocalDateTime.parse("2026-11-12T00:00"));
        Periods periods = of(range, null, null);
        assertThat(periods.back()).isEqualTo(Duration.ofDays(14));
        assertThat(periods.to()).isEqualTo(Instant.parse("2026-11-11T23:00:00Z"));
        assertThat(periods.earlierFrom()).isEqualTo(Instant.parse("2026-10-18T22:00:00Z"));
        assertThat(periods.earlierTo()).isEqualTo(Instant.parse("2026-10-28T23:00:00Z"));
    }

    @Test
    void ofAllTimeTheLastWeekIsTheLaterOneOrTheSecondHalfOfAYoungCampaign() {
        assertThat(of(new Range.Whole(), null, null).from()).isEqualTo(Instant.parse("2026-11-17T14:03:00Z"));
        assertThat(of(new Range.Whole(), null, NOW.minus(Duration.ofDays(60))).from())
                .isEqualTo(Instant.parse("2026-11-17T14:03:00Z"));
        assertThat(of(new Range.Whole(), null, NOW.minus(Duration.ofHours(6))).from())
                .isEqualTo(Instant.parse("2026-11-24T11:03:00Z"));
    }

    @Test
    void aChangeParts() {
        Periods periods = of(new Range.Whole(), LocalDateTime.parse("2026-11-21T10:00"), null);
        assertThat(periods.from()).isEqualTo(Instant.parse("2026-11-21T09:00:00Z"));
        assertThat(periods.back()).isEqualTo(Duration.ofDays(4));
        assertThat(of(new Range.Whole(), LocalDateTime.parse("2027-01-01T00:00"), null)
                        .from())
                .as("a moment that has not come parts nothing")
                .isEqualTo(Instant.parse("2026-11-17T14:03:00Z"));
    }

    @Test
    void theEarlierOneIsToldAtTheAgeOfTheLaterOneAndNeverReachesIntoIt() {
        Instant launched = NOW.minus(Duration.ofMinutes(40));
        for (long minutes = 1; minutes < 40_000; minutes += 173) {
            LocalDateTime since = LocalDateTime.parse("2026-11-24T15:03").minusMinutes(minutes);
            Periods periods = of(new Range.Whole(), since, launched);
            FunnelQuestion before = periods.before(VIEW);
            FunnelQuestion after = periods.after(VIEW);
            assertThat(before.to()).as("%d minutes", minutes).isNotNull().isLessThanOrEqualTo(after.from());
            assertThat(before.from()).isLessThan(before.to());
            assertThat(before.asOf()).isEqualTo(before.until()).isLessThan(after.asOf());
            assertThat(before.filter()).isEqualTo(Filter.NONE);
        }
    }
}
