package dev.tundish.funnel;

import static dev.tundish.funnel.SmallCampaign.IN;
import static dev.tundish.funnel.SmallCampaign.QUALIFIED;
import static dev.tundish.funnel.SmallCampaign.VOIDED;
import static dev.tundish.funnel.SmallCampaign.at;
import static dev.tundish.funnel.SmallCampaign.cohort;
import static dev.tundish.funnel.SmallCampaign.lost;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.funnel.LeadsQuestion.Count;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LeftReportTests {

    private static final int CAMPAIGNS = 150;

    @Test
    void reasonsStandWhereLeadsLeftMostFirst() {
        SmallCampaign campaign = new SmallCampaign(Flow.SALES_ASSISTED, 1);
        campaign.lead(at(1, IN), at(2, lost("other")))
                .lead(at(1, IN), at(2, QUALIFIED), at(3, lost("no_budget")))
                .lead(at(1, IN), at(2, QUALIFIED), at(3, lost("no_need")))
                .lead(at(1, IN), at(2, QUALIFIED), at(3, lost("no_need")))
                .lead(at(1, IN), at(2, lost("no_need")), at(3, VOIDED));
        List<List<FunnelReport.ReasonCount>> stages =
                campaign.cube.left(cohort(null, null)).stages();
        assertThat(stages.get(0)).containsExactly(new FunnelReport.ReasonCount("other", 1));
        assertThat(stages.get(1))
                .containsExactly(
                        new FunnelReport.ReasonCount("no_need", 2), new FunnelReport.ReasonCount("no_budget", 1));
        assertThat(stages.subList(2, 5)).allSatisfy(none -> assertThat(none).isEmpty());
    }

    @Test
    void everyReasonHasItsLeadsAndTheySumUpToTheFunnels() {
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            Chance chance = new Chance(seed);
            Rules rules = chance.rules();
            Cube cube = new Cube(rules);
            for (int lead = 0; lead < 60; lead++) {
                cube.put(lead, JourneyState.fold(rules, chance.lead(rules)).journey());
            }
            FunnelQuestion question = question(chance);
            FunnelReport funnel = cube.funnel(question);
            List<List<FunnelReport.ReasonCount>> stages = cube.left(question).stages();
            Map<String, Long> sums = new HashMap<>();
            for (int k = 0; k < stages.size(); k++) {
                long out = 0;
                for (FunnelReport.ReasonCount one : stages.get(k)) {
                    LeadsQuestion behind = new LeadsQuestion(question, Count.OUT, k, one.reason());
                    assertThat(cube.leads(behind, null, 1).total()).isEqualTo(one.leads());
                    sums.merge(one.reason(), one.leads(), Long::sum);
                    out += one.leads();
                }
                assertThat(out).isEqualTo(funnel.stages().get(k).out());
            }
            Map<String, Long> whole = new HashMap<>();
            Objects.requireNonNull(funnel.reasons()).forEach(one -> whole.put(one.reason(), one.leads()));
            assertThat(sums).as("seed %d", seed).isEqualTo(whole);
        }
    }

    private static FunnelQuestion question(Chance chance) {
        Long window = chance.random().nextBoolean() ? Long.valueOf(90 * Chance.MINUTE) : null;
        return new FunnelQuestion(
                FunnelQuestion.Mode.COHORT,
                chance.maybeMinute(),
                chance.maybeMinute(),
                window,
                Chance.START + chance.random().nextInt(7 * 1440) * Chance.MINUTE,
                true,
                false,
                null,
                Filter.NONE);
    }
}
