package dev.tundish.funnel;

import static dev.tundish.funnel.SmallCampaign.IN;
import static dev.tundish.funnel.SmallCampaign.MINUTE;
import static dev.tundish.funnel.SmallCampaign.QUALIFIED;
import static dev.tundish.funnel.SmallCampaign.VOIDED;
import static dev.tundish.funnel.SmallCampaign.at;
import static dev.tundish.funnel.SmallCampaign.lost;
import static dev.tundish.funnel.SmallCampaign.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract's feedback report, sentence by sentence. The hand-over is stage 1, qualified. */
class FeedbackReportTests {

    private static final Bucket HOUR = new Bucket.Minutes(60);
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final SmallCampaign campaign = new SmallCampaign(Flow.SALES_ASSISTED, 1);

    private static double minuteOf(String moment) {
        return Instant.parse(moment).getEpochSecond() / 60.0;
    }

    private void judged(String moment) {
        double minute = minuteOf(moment);
        campaign.lead(at(minute - 1, IN), at(minute, said(Mark.GOOD)));
    }

    private List<Instant> starts(Bucket bucket) {
        return campaign.feedback(null, null, bucket).series().stream()
                .map(cell -> Instant.ofEpochSecond(cell.from() / 1_000_000))
                .toList();
    }

    @Test
    void verdictsCountByTheirOwnTimeWheneverTheLeadCameIn() {
        campaign.lead(at(1, IN), at(50, said(Mark.GOOD))).lead(at(50, IN), at(60, said(Mark.BAD, "no_need")));
        FeedbackReport report = campaign.feedback(50, 60, HOUR);
        assertThat(report.judged()).isEqualTo(1);
        assertThat(report.good()).isEqualTo(1);
        assertThat(report.bad()).isZero();
    }

    @Test
    void tellsStatedFromImplied() {
        campaign.lead(at(1, IN), at(2, said(Mark.BAD, "no_need"))).lead(at(1, IN), at(2, lost("no_budget")));
        FeedbackReport report = campaign.feedback(null, null, HOUR);
        assertThat(report.stated()).isEqualTo(1);
        assertThat(report.implied()).isEqualTo(1);
        assertThat(report.bad()).isEqualTo(2);
    }

    @Test
    void leadWithTwoReasonsCountsInBothAndSharesAreOfAllJudged() {
        campaign.lead(at(1, IN), at(2, said(Mark.BAD, "no_need", "spam")))
                .lead(at(1, IN), at(2, said(Mark.BAD, "spam")))
                .lead(at(1, IN), at(2, said(Mark.GOOD, "referral")))
                .lead(at(1, IN), at(2, said(Mark.GOOD)));
        FeedbackReport report = campaign.feedback(null, null, HOUR);
        assertThat(report.badReasons())
                .containsExactly(
                        new FeedbackReport.Reason("spam", 2, 0.5), new FeedbackReport.Reason("no_need", 1, 0.25));
        assertThat(report.goodReasons()).containsExactly(new FeedbackReport.Reason("referral", 1, 0.25));
    }

    @Test
    void reasonsOfEqualNumberStandBySlug() {
        campaign.lead(at(1, IN), at(2, said(Mark.BAD, "spam", "no_need", "duplicate")));
        assertThat(campaign.feedback(null, null, HOUR).badReasons())
                .extracting(FeedbackReport.Reason::reason)
                .containsExactly("duplicate", "no_need", "spam");
    }

    @Test
    void coverageIsTheAnsweredShareOfThoseHandedOverInTheRange() {
        campaign.lead(at(1, IN), at(10, QUALIFIED), at(500, said(Mark.GOOD)))
                .lead(at(1, IN), at(11, QUALIFIED))
                .lead(at(1, IN), at(20, QUALIFIED), at(21, said(Mark.GOOD)))
                .lead(at(12, new Happening.Accepted()))
                .lead(at(12, IN));
        FeedbackReport report = campaign.feedback(10, 20, HOUR);
        assertThat(report.handedOver()).isEqualTo(3);
        assertThat(report.answered()).isEqualTo(1);
        assertThat(report.coverage()).isEqualTo(1.0 / 3);
        assertThat(report.judged()).isZero();
    }

    @Test
    void coverageIsNullWhenNobodyWasHandedOver() {
        FeedbackReport report = campaign.lead(at(1, IN)).feedback(null, null, HOUR);
        assertThat(report.handedOver()).isZero();
        assertThat(report.coverage()).isNull();
    }

    @Test
    void withoutAHandOverStageAllThreeAreNull() {
        SmallCampaign selfServe = new SmallCampaign(Flow.SELF_SERVE, -1);
        FeedbackReport report = selfServe
                .lead(at(1, IN), at(2, QUALIFIED), at(3, said(Mark.GOOD)))
                .feedback(null, null, HOUR);
        assertThat(report.judged()).isEqualTo(1);
        assertThat(report.handedOver()).isNull();
        assertThat(report.answered()).isNull();
        assertThat(report.coverage()).isNull();
    }

    @Test
    void leadsInNoFunnelAreUnmatchedAlone() {
        campaign.lead(at(2, said(Mark.BAD, "spam")));
        FeedbackReport report = campaign.feedback(null, null, HOUR);
        assertThat(report.unmatched()).isEqualTo(1);
        assertThat(report.judged()).isZero();
        assertThat(report.badReasons()).isEmpty();
        assertThat(report.series()).isEmpty();
        assertThat(campaign.feedback(3, null, HOUR).unmatched()).isZero();
    }

    @Test
    void voidedLeadsAreInNoCount() {
        campaign.lead(at(1, IN), at(2, QUALIFIED), at(3, said(Mark.GOOD)), at(4, VOIDED))
                .lead(at(3, said(Mark.GOOD)), at(4, VOIDED));
        FeedbackReport report = campaign.feedback(null, null, HOUR);
        assertThat(report.judged() + report.unmatched()).isZero();
        assertThat(report.handedOver()).isZero();
    }

    @Test
    void filterNarrowsVerdictsAndHandOvers() {
        campaign.lead(SmallCampaign.with(Map.of("source", "a"), 1, QUALIFIED), at(2, said(Mark.GOOD)))
                .lead(at(1, QUALIFIED), at(2, said(Mark.GOOD)));
        FeedbackReport report =
                campaign.cube.feedback(new FeedbackQuestion(null, null, HOUR, Filter.NONE.with("source", "a")));
        assertThat(report.judged()).isEqualTo(1);
        assertThat(report.handedOver()).isEqualTo(1);
    }

    @Test
    void minutesAreCountedInUtcFromTheEpochAndEmptyBucketsLeftOut() {
        campaign.lead(at(1, IN), at(13.5, said(Mark.BAD, "spam")))
                .lead(at(1, IN), at(14, said(Mark.GOOD)))
                .lead(at(1, IN), at(700, said(Mark.GOOD, "referral")));
        assertThat(campaign.feedback(null, null, new Bucket.Minutes(7)).series())
                .containsExactly(
                        new FeedbackReport.Cell(7 * MINUTE, 0, 1, Map.of("spam", 1L), Map.of()),
                        new FeedbackReport.Cell(14 * MINUTE, 1, 0, Map.of(), Map.of()),
                        new FeedbackReport.Cell(700 * MINUTE, 1, 0, Map.of(), Map.of("referral", 1L)));
    }

    @Test
    void dayInWhichTheClocksGoForwardHas23Hours() {
        judged("2026-03-28T22:59:59Z");
        judged("2026-03-28T23:00:00Z");
        judged("2026-03-29T21:59:59Z");
        judged("2026-03-29T22:00:00Z");
        assertThat(starts(new Bucket.Days(AMSTERDAM)))
                .containsExactly(
                        Instant.parse("2026-03-27T23:00:00Z"),
                        Instant.parse("2026-03-28T23:00:00Z"),
                        Instant.parse("2026-03-29T22:00:00Z"));
    }

    @Test
    void dayInWhichTheClocksGoBackHas25Hours() {
        judged("2026-10-24T22:00:00Z");
        judged("2026-10-25T22:59:59Z");
        judged("2026-10-25T23:00:00Z");
        assertThat(starts(new Bucket.Days(AMSTERDAM)))
                .containsExactly(Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-25T23:00:00Z"));
    }

    @Test
    void weeksBeginOnMondayOfTheZone() {
        judged("2026-03-22T22:59:00Z");
        judged("2026-03-22T23:00:00Z");
        judged("2026-03-29T21:59:59Z");
        judged("2026-03-29T22:00:00Z");
        assertThat(starts(new Bucket.Weeks(AMSTERDAM)))
                .containsExactly(
                        Instant.parse("2026-03-15T23:00:00Z"),
                        Instant.parse("2026-03-22T23:00:00Z"),
                        Instant.parse("2026-03-29T22:00:00Z"));
    }

    @Test
    void sumsGiveTheTotalsWhateverTheirMinute() {
        List<TallyReports.Row> sums = List.of(
                new TallyReports.Row(0, "v:s:g", 2, BigDecimal.ZERO),
                new TallyReports.Row(TallyCell.WHOLE, "v:i:b", 3, BigDecimal.ZERO),
                new TallyReports.Row(TallyCell.WHOLE, "vr:b:spam", 3, BigDecimal.ZERO));
        FeedbackReport report = TallyReports.feedback(
                new FeedbackQuestion(null, null, HOUR, Filter.NONE), new Rules(Flow.SELF_SERVE, -1, Map.of()), sums);
        assertThat(report.judged()).isEqualTo(5);
        assertThat(report.implied()).isEqualTo(3);
        assertThat(report.badReasons()).containsExactly(new FeedbackReport.Reason("spam", 3, 0.6));
    }
}
