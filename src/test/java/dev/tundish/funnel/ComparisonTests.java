package dev.tundish.funnel;

import static dev.tundish.funnel.SmallCampaign.IN;
import static dev.tundish.funnel.SmallCampaign.QUALIFIED;
import static dev.tundish.funnel.SmallCampaign.WON;
import static dev.tundish.funnel.SmallCampaign.activity;
import static dev.tundish.funnel.SmallCampaign.at;
import static dev.tundish.funnel.SmallCampaign.cohort;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A funnel beside a yardstick. */
class ComparisonTests {

    private static SmallCampaign campaign(Flow flow, int in, int qualified, int won) {
        SmallCampaign campaign = new SmallCampaign(flow, -1);
        for (int n = 0; n < in; n++) {
            if (n < won) {
                campaign.lead(at(1, IN), at(2, QUALIFIED), at(3, WON));
            } else if (n < qualified) {
                campaign.lead(at(1, IN), at(2, QUALIFIED));
            } else {
                campaign.lead(at(1, IN));
            }
        }
        return campaign;
    }

    private static FunnelReport funnel(Flow flow, int in, int qualified, int won) {
        return campaign(flow, in, qualified, won).funnel(cohort(null, null));
    }

    @Test
    void everyStageStandsBesideItsLikeWithWhatMayBeSaidOfTheShares() {
        Comparison comparison =
                Comparison.of(funnel(Flow.SELF_SERVE, 100, 90, 9), funnel(Flow.SELF_SERVE, 200, 100, 40));
        Comparison.Row first = comparison.stages().get(0);
        assertThat(first.leads()).isEqualTo(100);
        assertThat(first.other()).isEqualTo(200);
        assertThat(first.previous()).isNull();
        assertThat(first.first()).isNull();
        Comparison.Row second = comparison.stages().get(1);
        assertThat(second.ofPrevious()).isEqualTo(0.9);
        assertThat(second.otherOfPrevious()).isEqualTo(0.5);
        assertThat(second.previous()).isEqualTo(Evidence.compare(90, 100, 100, 200));
        Comparison.Row last = comparison.stages().get(2);
        assertThat(last.previous()).isEqualTo(Evidence.compare(9, 90, 40, 100));
        assertThat(last.first()).isEqualTo(Evidence.compare(9, 100, 40, 200));
        assertThat(last.otherOfFirst()).isEqualTo(0.2);
    }

    @Test
    void stagesAreToldByTheirKeysAndAStepThatIsAnotherOneIsNotCompared() {
        Comparison comparison =
                Comparison.of(funnel(Flow.SALES_ASSISTED, 100, 90, 9), funnel(Flow.SELF_SERVE, 200, 100, 40));
        Comparison.Row accepted = comparison.stages().get(2);
        assertThat(accepted.other()).isNull();
        assertThat(accepted.previous()).isNull();
        Comparison.Row won = comparison.stages().get(4);
        assertThat(won.other()).isEqualTo(40);
        assertThat(won.otherOfPrevious()).isNull();
        assertThat(won.previous()).isNull();
        assertThat(won.first()).isEqualTo(Evidence.compare(9, 100, 40, 200));
    }

    @Test
    void targetsStandBesideCountsAndSharesWhereTheyAreSet() {
        Comparison comparison =
                Comparison.of(funnel(Flow.SELF_SERVE, 100, 90, 9), Map.of("captured", 500L, "converted", 40L));
        assertThat(comparison.stages()).extracting(Comparison.Row::other).containsExactly(500L, null, 40L);
        Comparison.Row won = comparison.stages().get(2);
        assertThat(won.otherOfPrevious()).isNull();
        assertThat(won.previous()).isNull();
        assertThat(won.otherOfFirst()).isEqualTo(0.08);
        assertThat(won.first()).isEqualTo(Evidence.against(9, 100, 0.08));
        assertThat(comparison.stages().get(1).first()).isNull();
        assertThat(comparison.stages().get(0).first()).isNull();
    }

    @Test
    void sharesOfWhatHappenedAreNoRates() {
        FunnelReport happened = campaign(Flow.SELF_SERVE, 100, 90, 9).funnel(activity(2, null));
        assertThat(happened.stages()).extracting(FunnelReport.Row::leads).isEqualTo(List.of(0L, 90L, 9L));
        for (Comparison comparison : List.of(
                Comparison.of(happened, happened), Comparison.of(happened, Map.of("captured", 10L, "converted", 5L)))) {
            assertThat(comparison.stages()).allMatch(row -> row.previous() == null && row.first() == null);
            assertThat(comparison.stages().get(2).other()).isPositive();
        }
    }
}
