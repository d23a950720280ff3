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
import static dev.tundish.funnel.SmallCampaign.said;
import static dev.tundish.funnel.SmallCampaign.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.funnel.LeadsQuestion.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The leads behind the numbers. The hand-over is stage 1, qualified. */
class LeadsBehindTests {

    private static final FunnelQuestion ALL = cohort(null, null);

    private final SmallCampaign campaign = new SmallCampaign(Flow.SALES_ASSISTED, 1);

    private List<Integer> because(FunnelQuestion view, Count count, String reason) {
        return campaign.cube
                .leads(new LeadsQuestion(view, count, null, reason), null, 100)
                .leads();
    }

    @Test
    void newestStandFirstThenByNumberAndThoseInNoFunnelLast() {
        campaign.lead(at(9, lost("other")))
                .lead(at(5, IN))
                .lead(at(7, IN))
                .lead(at(5, IN))
                .lead(at(2, said(Mark.GOOD)));
        assertThat(campaign.leads(ALL, null, null)).containsExactly(2, 1, 3, 0, 4);
    }

    @Test
    void rangeLeavesOutThoseInNoFunnel() {
        campaign.lead(at(9, lost("other"))).lead(at(5, IN)).lead(at(10, IN)).lead(at(6, IN), at(7, VOIDED));
        assertThat(campaign.leads(cohort(5, 10), null, null)).containsExactly(3, 1);
    }

    @Test
    void filterHoldsForTheListOfAll() {
        campaign.lead(at(1, IN)).lead(with(Map.of("source", "a"), 2, IN));
        assertThat(campaign.leads(only(Filter.NONE.with("source", "a")), null, null))
                .containsExactly(1);
        assertThat(campaign.leads(only(Filter.NONE.with("source", "")), Count.LEADS, 0))
                .containsExactly(0);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (int n = 0; n < 10; n++) {
            campaign.lead(at(n / 3, IN));
        }
        campaign.lead(at(1, lost("other"))).lead(at(1, lost("other")));
        LeadsQuestion question = new LeadsQuestion(ALL, null, null, null);
        List<Integer> all = new ArrayList<>();
        Cube.Position after = null;
        do {
            Cube.Page page = campaign.cube.leads(question, after, 4);
            assertThat(page.total()).isEqualTo(12);
            assertThat(page.leads()).hasSize(4);
            all.addAll(page.leads());
            after = page.next();
        } while (after != null);
        assertThat(all).containsExactly(9, 6, 7, 8, 3, 4, 5, 0, 1, 2, 10, 11);
    }

    @Test
    void newLeadsDoNotMoveTheNextPage() {
        campaign.lead(at(1, IN)).lead(at(2, IN)).lead(at(3, IN));
        LeadsQuestion question = new LeadsQuestion(ALL, null, null, null);
        Cube.Page first = campaign.cube.leads(question, null, 2);
        campaign.lead(at(9, IN)).lead(at(2.5, IN));
        Cube.Page second = campaign.cube.leads(question, first.next(), 2);
        assertThat(first.leads()).containsExactly(2, 1);
        assertThat(second.leads()).containsExactly(0);
        assertThat(second.total()).isEqualTo(5);
        assertThat(second.next()).isNull();
    }

    @Test
    void openOutAndExpiredStandAtTheirFurthestStage() {
        campaign.lead(at(0, IN), at(1, QUALIFIED))
                .lead(at(0, IN))
                .lead(at(0, IN), at(1, QUALIFIED), at(2, lost("other")))
                .lead(at(95, IN), at(96, QUALIFIED))
                .lead(at(0, IN), at(1, QUALIFIED), at(80, WON));
        FunnelQuestion view = allowed(30 * MINUTE, 100 * MINUTE);
        assertThat(campaign.leads(view, Count.OPEN, 1)).containsExactly(3);
        assertThat(campaign.leads(view, Count.OPEN, 0)).isEmpty();
        assertThat(campaign.leads(view, Count.OUT, 1)).containsExactly(2);
        assertThat(campaign.leads(view, Count.EXPIRED, 1)).containsExactly(0, 4);
        assertThat(campaign.leads(view, Count.EXPIRED, null)).containsExactly(0, 1, 4);
        assertThat(campaign.leads(view, Count.LEADS, 1)).containsExactly(3, 0, 2, 4);
        assertThat(campaign.leads(view, Count.LEADS, 4)).isEmpty();
    }

    @Test
    void impliedAreThoseAtTheStageThatNoOwnEventPutThere() {
        campaign.lead(at(1, QUALIFIED)).lead(at(1, IN), at(2, QUALIFIED));
        assertThat(campaign.leads(ALL, Count.IMPLIED, 0)).containsExactly(0);
        assertThat(campaign.leads(ALL, Count.IMPLIED, 1)).isEmpty();
    }

    @Test
    void activityListsThoseToWhomItHappenedThen() {
        campaign.lead(at(1, IN), at(20, QUALIFIED)).lead(at(20, IN));
        assertThat(campaign.leads(activity(20, 21), Count.LEADS, 1)).containsExactly(0);
        assertThat(campaign.leads(activity(20, 21), Count.LEADS, 0)).containsExactly(1);
    }

    @Test
    void voidedAreThoseThatTheReportCalledSo() {
        campaign.lead(at(1, IN), at(2, VOIDED)).lead(at(50, IN), at(51, VOIDED)).lead(at(1, VOIDED));
        assertThat(campaign.leads(ALL, Count.VOIDED, null)).containsExactly(1, 0);
        assertThat(campaign.leads(cohort(0, 10), Count.VOIDED, null)).containsExactly(0);
        assertThat(campaign.leads(ALL, Count.LEADS, 0)).isEmpty();
    }

    @Test
    void judgedGoodAndBadGoByTheVerdictsTime() {
        campaign.lead(at(1, IN), at(20, said(Mark.GOOD)))
                .lead(at(20, IN), at(21, said(Mark.BAD, "spam")))
                .lead(at(20, IN), at(40, said(Mark.BAD, "spam")))
                .lead(at(20, said(Mark.BAD, "spam")));
        FunnelQuestion view = cohort(20, 30);
        assertThat(campaign.leads(view, Count.JUDGED, null)).containsExactly(1, 0);
        assertThat(campaign.leads(view, Count.GOOD, null)).containsExactly(0);
        assertThat(campaign.leads(view, Count.BAD, null)).containsExactly(1);
    }

    @Test
    void handedOverAndAnsweredGoByTheTimeOfTheHandOver() {
        campaign.lead(at(1, IN), at(20, QUALIFIED), at(90, said(Mark.GOOD)))
                .lead(at(1, IN), at(25, QUALIFIED))
                .lead(at(20, IN), at(30, QUALIFIED));
        assertThat(campaign.leads(cohort(20, 30), Count.HANDED_OVER, null)).containsExactly(0, 1);
        assertThat(campaign.leads(cohort(20, 30), Count.ANSWERED, null)).containsExactly(0);
    }

    @Test
    void reasonNarrowsTheOutByExitAndTheJudgedByVerdict() {
        campaign.lead(at(1, IN), at(2, said(Mark.BAD, "spam", "no_need")), at(3, lost("other")))
                .lead(at(1, IN), at(2, lost("spam")));
        assertThat(because(ALL, Count.OUT, "other")).containsExactly(0);
        assertThat(because(ALL, Count.OUT, "spam")).containsExactly(1);
        assertThat(because(ALL, Count.BAD, "spam")).containsExactly(0, 1);
        assertThat(because(ALL, Count.JUDGED, "no_need")).containsExactly(0);
        assertThat(because(ALL, Count.GOOD, "spam")).isEmpty();
    }
}
