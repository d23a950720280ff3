package dev.tundish.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a view is compared with. The clocks of Amsterdam change on 2026-03-29. */
class EarlierTests {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final long DAY = 86_400_000_000L;

    private static long at(String text) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text));
    }

    private static FunnelQuestion view(@Nullable String from, @Nullable String to, String now) {
        return new FunnelQuestion(
                FunnelQuestion.Mode.COHORT,
                from == null ? null : Long.valueOf(at(from)),
                to == null ? null : Long.valueOf(at(to)),
                7 * DAY,
                at(now),
                true,
                false,
                "source",
                Filter.NONE.with("source", "a"));
    }

    private static void is(FunnelQuestion question, @Nullable String from, @Nullable String to, String until) {
        assertThat(question.from()).isEqualTo(from == null ? null : Long.valueOf(at(from)));
        assertThat(question.to()).isEqualTo(to == null ? null : Long.valueOf(at(to)));
        assertThat(question.until()).isEqualTo(at(until));
        assertThat(question.window()).isEqualTo(7 * DAY);
        assertThat(question.filter()).isEqualTo(Filter.NONE.with("source", "a"));
        assertThat(question.breakdown()).isEqualTo("source");
    }

    @Test
    void todayIsComparedWithTheSameWeekdayToTheSameTimeOfDay() {
        String now = "2026-03-30T12:00:00Z";
        FunnelQuestion today = view("2026-03-29T22:00:00Z", null, now);
        // Midnight and two o'clock on the wall, a week before, when they were an hour later by the sun.
        is(Earlier.period(today, AMSTERDAM, at(now)), "2026-03-22T23:00:00Z", null, "2026-03-23T13:00:00Z");
        assertThat(Earlier.period(today, AMSTERDAM, at(now)).asOf()).isEqualTo(at("2026-03-23T13:00:00Z"));
    }

    @Test
    void weekWithAChangeOfClocksIsOneWeekLong() {
        FunnelQuestion week = view("2026-03-22T23:00:00Z", "2026-03-29T22:00:00Z", "2026-04-02T00:00:00Z");
        is(
                Earlier.period(week, AMSTERDAM, at("2026-04-02T00:00:00Z")),
                "2026-03-15T23:00:00Z",
                "2026-03-22T23:00:00Z",
                "2026-03-26T01:00:00Z");
        FunnelQuestion autumn = view("2026-10-18T22:00:00Z", "2026-10-25T23:00:00Z", "2026-10-26T00:00:00Z");
        is(
                Earlier.period(autumn, AMSTERDAM, at("2026-10-26T00:00:00Z")),
                "2026-10-11T22:00:00Z",
                "2026-10-18T22:00:00Z",
                "2026-10-18T23:00:00Z");
    }

    @Test
    void periodOfEightDaysIsComparedWithThatOfTwoWeeksBefore() {
        FunnelQuestion eight = view("2026-06-01T00:00:00Z", "2026-06-09T00:00:00Z", "2026-06-20T00:00:00Z");
        is(
                Earlier.period(eight, AMSTERDAM, at("2026-06-20T00:00:00Z")),
                "2026-05-18T00:00:00Z",
                "2026-05-26T00:00:00Z",
                "2026-06-06T00:00:00Z");
    }

    @Test
    void whatHasNoBeginningHasNoPeriodBeforeIt() {
        FunnelQuestion ever = view(null, null, "2026-06-20T00:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Earlier.period(ever, AMSTERDAM, ever.asOf()))
                .withMessageContaining("from");
    }

    @Test
    void otherCampaignIsCountedAsItStoodAtOurAge() {
        String now = "2026-06-03T09:00:30Z";
        is(
                Earlier.sameAge(
                        view("2026-06-02T00:00:00Z", null, now),
                        at("2026-06-01T08:00:00Z"),
                        at("2026-01-10T09:30:00Z"),
                        at(now)),
                "2026-01-11T01:30:00Z",
                null,
                "2026-01-12T10:30:30Z");
        is(
                Earlier.sameAge(view(null, null, now), at("2026-06-01T08:00:00Z"), at("2026-01-10T09:30:00Z"), at(now)),
                null,
                null,
                "2026-01-12T10:30:30Z");
    }

    @Test
    void viewThatEndsEarlierIsComparedToItsOwnEnd() {
        FunnelQuestion stood = view(null, null, "2026-06-20T00:00:00Z").asItStood(at("2026-06-02T08:00:00Z"));
        is(
                Earlier.sameAge(
                        stood, at("2026-06-01T08:00:00Z"), at("2026-01-10T08:00:00Z"), at("2026-06-20T00:00:00Z")),
                null,
                null,
                "2026-01-11T08:00:00Z");
    }
}
