package dev.tundish.funnel;

import static dev.tundish.funnel.SmallCampaign.IN;
import static dev.tundish.funnel.SmallCampaign.MINUTE;
import static dev.tundish.funnel.SmallCampaign.QUALIFIED;
import static dev.tundish.funnel.SmallCampaign.VOIDED;
import static dev.tundish.funnel.SmallCampaign.WON;
import static dev.tundish.funnel.SmallCampaign.activity;
import static dev.tundish.funnel.SmallCampaign.allowed;
import static dev.tundish.funnel.SmallCampaign.at;
import static dev.tundish.funnel.SmallCampaign.cohort;
import static dev.tundish.funnel.SmallCampaign.lost;
import static dev.tundish.funnel.SmallCampaign.only;
import static dev.tundish.funnel.SmallCampaign.with;
import static dev.tundish.funnel.SmallCampaign.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The contract's funnel report, sentence by sentence. Stages: 0 captured, 1 qualified, 2 converted. */
class FunnelReportTests {

    private final SmallCampaign campaign = new SmallCampaign(Flow.SELF_SERVE, -1);

    private static List<Long> leads(FunnelReport report) {
        return report.stages().stream().map(FunnelReport.Row::leads).toList();
    }

    private static List<@Nullable Long> all(FunnelReport report, Function<FunnelReport.Row, @Nullable Long> number) {
        return report.stages().stream().<@Nullable Long>map(number).toList();
    }

    @Test
    void cohortCountsThoseWhoCameInWhereverTheyAreByNow() {
        campaign.lead(at(5, IN), at(500, WON)).lead(at(6, IN)).lead(at(20, IN));
        assertThat(leads(campaign.funnel(cohort(5, 20)))).containsExactly(2L, 1L, 1L);
    }

    @Test
    void activityCountsWhatHappenedThen() {
        campaign.lead(at(5, IN), at(30, QUALIFIED), at(500, WON)).lead(at(31, IN));
        assertThat(leads(campaign.funnel(activity(30, 32)))).containsExactly(1L, 1L, 0L);
    }

    @Test
    void rangeHoldsItsStartAndNotItsEnd() {
        campaign.lead(at(5, IN)).lead(at(10, IN)).lead(at(4.999999, IN)).lead(at(9.999999, IN));
        assertThat(leads(campaign.funnel(cohort(5, 10))).getFirst()).isEqualTo(2);
        assertThat(leads(campaign.funnel(cohort(null, 5))).getFirst()).isEqualTo(1);
        assertThat(leads(campaign.funnel(cohort(10, null))).getFirst()).isEqualTo(1);
    }

    @Test
    void stageCountsWhenItIsReachedWithinTheWindowToTheMicrosecond() {
        campaign.lead(at(0, IN), at(10, QUALIFIED));
        assertThat(leads(campaign.funnel(allowed(10 * MINUTE, 0)))).containsExactly(1L, 1L, 0L);
        assertThat(leads(campaign.funnel(allowed(10 * MINUTE - 1, 0)))).containsExactly(1L, 0L, 0L);
    }

    @Test
    void expiresOnlyAfterItsWindowHasClosed() {
        campaign.lead(at(0, IN));
        FunnelReport atTheEnd = campaign.funnel(allowed(10 * MINUTE, 10 * MINUTE));
        assertThat(atTheEnd.outcome()).isEqualTo(new FunnelReport.Outcome(0, 1, 0, 0));
        FunnelReport after = campaign.funnel(allowed(10 * MINUTE, 10 * MINUTE + 1));
        assertThat(after.outcome()).isEqualTo(new FunnelReport.Outcome(0, 0, 0, 1));
    }

    @Test
    void nobodyExpiresWithoutAWindowNorBeforeOneThatEndsBeyondAllTime() {
        campaign.lead(at(1, IN));
        assertThat(campaign.funnel(cohort(null, null)).outcome()).isEqualTo(new FunnelReport.Outcome(0, 1, 0, 0));
        assertThat(campaign.funnel(allowed(Long.MAX_VALUE, 5 * MINUTE)).outcome())
                .isEqualTo(new FunnelReport.Outcome(0, 1, 0, 0));
    }

    @Test
    void whoLeftIsOutAlsoAfterTheWindow() {
        campaign.lead(at(0, IN), at(1, lost("other")));
        assertThat(campaign.funnel(allowed(MINUTE, 100 * MINUTE)).outcome())
                .isEqualTo(new FunnelReport.Outcome(0, 0, 1, 0));
    }

    @Test
    void whoConvertedTooLateHasRunOutOfTime() {
        campaign.lead(at(0, IN), at(5, QUALIFIED), at(50, WON));
        FunnelReport report = campaign.funnel(allowed(10 * MINUTE, 100 * MINUTE));
        assertThat(all(report, FunnelReport.Row::expired)).containsExactly(0L, 1L, 0L);
        assertThat(report.outcome()).isEqualTo(new FunnelReport.Outcome(0, 0, 0, 1));
    }

    @Test
    void momentOfJudgementHidesNoEvent() {
        campaign.lead(at(0, IN), at(50, WON));
        assertThat(leads(campaign.funnel(allowed(60 * MINUTE, 1)))).containsExactly(1L, 1L, 1L);
    }

    @Test
    void everyLeadIsAtTheNextStageOrOpenOrOutOrExpired() {
        campaign.lead(at(0, IN))
                .lead(at(1, IN), at(2, lost("no_need")))
                .lead(at(1, IN), at(2, QUALIFIED), at(3, lost("other")))
                .lead(at(90, IN))
                .lead(at(5, WON));
        FunnelReport report = campaign.funnel(allowed(30 * MINUTE, 100 * MINUTE));
        assertThat(leads(report)).containsExactly(5L, 2L, 1L);
        assertThat(all(report, FunnelReport.Row::open)).containsExactly(1L, 0L, 0L);
        assertThat(all(report, FunnelReport.Row::out)).containsExactly(1L, 1L, 0L);
        assertThat(all(report, FunnelReport.Row::expired)).containsExactly(1L, 0L, 0L);
    }

    @Test
    void impliedAreThoseThatNoOwnEventPutThere() {
        campaign.lead(at(1, WON)).lead(at(1, IN), at(2, WON), at(3, QUALIFIED));
        FunnelReport report = campaign.funnel(cohort(null, null));
        assertThat(all(report, FunnelReport.Row::implied)).containsExactly(1L, 1L, 0L);
        assertThat(all(campaign.funnel(activity(0, 2)), FunnelReport.Row::implied))
                .containsExactly(1L, 1L, 0L);
    }

    @Test
    void voidedAreCountedNowhereElse() {
        campaign.lead(at(5, IN), won(6, "10", "EUR"), at(7, VOIDED)).lead(at(50, IN), at(51, VOIDED));
        FunnelReport report = campaign.funnel(cohort(0, 10));
        assertThat(report.voided()).isEqualTo(1);
        assertThat(leads(report)).containsExactly(0L, 0L, 0L);
        assertThat(report.value()).isEmpty();
    }

    @Test
    void sharesAreNullWhenThereIsNothingToDivideBy() {
        FunnelReport empty = campaign.funnel(cohort(null, null));
        assertThat(empty.stages()).allMatch(row -> row.ofPrevious() == null && row.ofFirst() == null);
        campaign.lead(at(1, IN)).lead(at(1, IN), at(2, QUALIFIED));
        FunnelReport report = campaign.funnel(cohort(null, null));
        assertThat(report.stages()).extracting(FunnelReport.Row::ofPrevious).containsExactly(null, 0.5, 0.0);
        assertThat(report.stages()).extracting(FunnelReport.Row::ofFirst).containsExactly(1.0, 0.5, 0.0);
    }

    @Test
    void timesAreNearestRanksInSeconds() {
        for (int minutes = 1; minutes <= 10; minutes++) {
            campaign.lead(at(0, IN), at(minutes, WON));
        }
        FunnelReport.Row last = campaign.funnel(cohort(null, null)).stages().getLast();
        assertThat(last.fromFirst()).isEqualTo(new FunnelReport.Spread(300, 540));
        assertThat(last.fromPrevious()).isNull();
    }

    @Test
    void timeFromThePreviousStageNeedsBothSeenInThisOrder() {
        campaign.lead(at(0, IN), at(2, QUALIFIED), at(5, WON))
                .lead(at(0, IN), at(9, QUALIFIED), at(8, WON))
                .lead(at(0, IN), at(7, WON));
        FunnelReport report = campaign.funnel(cohort(null, null));
        assertThat(report.stages().get(2).fromPrevious()).isEqualTo(new FunnelReport.Spread(180, 180));
        assertThat(report.stages().get(1).fromPrevious()).isEqualTo(new FunnelReport.Spread(120, 540));
        assertThat(report.stages().get(0).fromPrevious()).isNull();
        assertThat(campaign.funnel(cohort(null, null).withoutTimes()).stages())
                .allMatch(row -> row.fromFirst() == null && row.fromPrevious() == null);
    }

    @Test
    void valueIsSummedByCurrencyOverThoseCountedAtTheLastStage() {
        campaign.lead(at(0, IN), won(5, "1200.5", "USD"))
                .lead(at(0, IN), won(6, "0.25", "EUR"))
                .lead(at(0, IN), won(50, "100", "EUR"));
        assertThat(campaign.funnel(cohort(null, null)).value())
                .containsExactly(money("100.25", "EUR"), money("1200.50", "USD"));
        assertThat(campaign.funnel(allowed(10 * MINUTE, 0)).value())
                .containsExactly(money("0.25", "EUR"), money("1200.50", "USD"));
        assertThat(campaign.funnel(activity(50, 51)).value()).containsExactly(money("100.00", "EUR"));
    }

    private static Money money(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    @Test
    void reasonsStandMostLeadsFirstThenBySlug() {
        campaign.lead(at(0, IN), at(1, lost("b")))
                .lead(at(0, IN), at(1, lost("c")))
                .lead(at(0, IN), at(1, lost("c")))
                .lead(at(0, IN), at(1, lost("a")))
                .lead(at(0, IN), at(1, lost("a")), at(2, IN));
        assertThat(campaign.funnel(cohort(null, null)).reasons())
                .containsExactly(
                        new FunnelReport.ReasonCount("c", 2),
                        new FunnelReport.ReasonCount("a", 1),
                        new FunnelReport.ReasonCount("b", 1));
    }

    @Test
    void activityLeavesOutWhatOnlyACohortHas() {
        campaign.lead(at(0, IN), at(1, WON));
        FunnelReport report = campaign.funnel(activity(null, null));
        assertThat(report.outcome()).isNull();
        assertThat(report.voided()).isNull();
        assertThat(report.reasons()).isNull();
        assertThat(report.stages())
                .allMatch(row -> row.open() == null
                        && row.out() == null
                        && row.expired() == null
                        && row.fromFirst() == null
                        && row.fromPrevious() == null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FunnelQuestion(
                        FunnelQuestion.Mode.ACTIVITY, null, null, 1L, 0, true, false, null, Filter.NONE));
    }

    @Test
    void sameKeyOfTheFilterIsOrDifferentKeysAreAndTheEmptyValueIsWithout() {
        campaign.lead(with(Map.of("source", "a", "region", "x"), 1, IN))
                .lead(with(Map.of("source", "b", "region", "y"), 1, IN))
                .lead(with(Map.of("region", "x"), 1, IN));
        Filter or = Filter.NONE.with("source", "a").with("source", "b");
        assertThat(leads(campaign.funnel(only(or))).getFirst()).isEqualTo(2);
        assertThat(leads(campaign.funnel(only(or.with("region", "x")))).getFirst())
                .isEqualTo(1);
        Filter without = Filter.NONE.with("source", "");
        assertThat(leads(campaign.funnel(only(without))).getFirst()).isEqualTo(1);
        assertThat(leads(campaign.funnel(only(Filter.NONE.with("nobody", "")))).getFirst())
                .isEqualTo(3);
        assertThat(leads(campaign.funnel(only(Filter.NONE.with("nobody", "x")))).getFirst())
                .isZero();
    }

    @Test
    void leadWithoutAnyStageIsInNoFunnel() {
        campaign.lead(at(1, lost("other"))).lead(at(1, VOIDED));
        FunnelReport report = campaign.funnel(cohort(null, null));
        assertThat(leads(report)).containsExactly(0L, 0L, 0L);
        assertThat(report.voided()).isZero();
    }
}
