package dev.tundish.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.funnel.LeadsQuestion.Count;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Counters, cube and brute force answer alike, and every number has its leads. */
class ReportPropertyTests {

    private static final int CAMPAIGNS = 250;

    @Test
    void theCubeGivesBackWhatWasPut() {
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            RandomCampaign c = RandomCampaign.of(seed);
            for (int lead = 0; lead < c.cube().size(); lead++) {
                assertThat(c.cube().journey(lead))
                        .as("seed %d, lead %d", seed, lead)
                        .isEqualTo(c.brute().journeys().get(lead));
            }
        }
    }

    @Test
    void theCubesFunnelIsThatOfBruteForce() {
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            RandomCampaign c = RandomCampaign.of(seed);
            for (int n = 0; n < 8; n++) {
                FunnelQuestion q = c.question();
                assertThat(c.cube().funnel(q))
                        .as("seed %d, %s", seed, q)
                        .isEqualTo(c.brute().funnel(q));
            }
        }
    }

    @Test
    void theCountersFunnelIsThatOfTheCube() {
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            RandomCampaign c = RandomCampaign.of(seed);
            for (FunnelQuestion.Mode mode : FunnelQuestion.Mode.values()) {
                FunnelQuestion q = new FunnelQuestion(
                        mode,
                        c.chance().maybeMinute(),
                        c.chance().maybeMinute(),
                        null,
                        0,
                        true,
                        false,
                        null,
                        Filter.NONE);
                assertThat(TallyReports.funnel(q, c.rules(), c.rows(q.from(), q.to(), false)))
                        .as("seed %d, %s", seed, q)
                        .isEqualTo(c.cube().funnel(q));
            }
        }
    }

    @Test
    void feedbackIsThatOfBruteForceFromCubeAndCounters() {
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            RandomCampaign c = RandomCampaign.of(seed);
            int minutes = c.chance().one(List.of(1, 60, 720));
            FeedbackQuestion q = new FeedbackQuestion(
                    c.chance().maybeMinute(), c.chance().maybeMinute(), new Bucket.Minutes(minutes), c.filter());
            assertThat(c.cube().feedback(q))
                    .as("seed %d, %s", seed, q)
                    .isEqualTo(c.brute().feedback(q, minutes * Chance.MINUTE));
            FeedbackQuestion all = new FeedbackQuestion(q.from(), q.to(), q.bucket(), Filter.NONE);
            assertThat(TallyReports.feedback(all, c.rules(), c.rows(q.from(), q.to(), true)))
                    .as("counters, seed %d, %s", seed, all)
                    .isEqualTo(c.cube().feedback(all));
        }
    }

    @Test
    void everyNumberOfTheFunnelHasItsLeads() {
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            RandomCampaign c = RandomCampaign.of(seed);
            FunnelQuestion q = c.question();
            FunnelReport report = c.cube().funnel(q);
            for (int k = 0; k < report.stages().size(); k++) {
                FunnelReport.Row row = report.stages().get(k);
                c.same(new LeadsQuestion(q, Count.LEADS, k, null), row.leads());
                c.same(new LeadsQuestion(q, Count.IMPLIED, k, null), row.implied());
                if (q.mode() == FunnelQuestion.Mode.COHORT) {
                    c.same(new LeadsQuestion(q, Count.OPEN, k, null), Objects.requireNonNull(row.open()));
                    c.same(new LeadsQuestion(q, Count.OUT, k, null), Objects.requireNonNull(row.out()));
                    c.same(new LeadsQuestion(q, Count.EXPIRED, k, null), Objects.requireNonNull(row.expired()));
                }
            }
            if (q.mode() == FunnelQuestion.Mode.COHORT) {
                c.same(new LeadsQuestion(q, Count.VOIDED, null, null), Objects.requireNonNull(report.voided()));
                for (FunnelReport.ReasonCount why : Objects.requireNonNull(report.reasons())) {
                    c.same(new LeadsQuestion(q, Count.OUT, null, why.reason()), why.leads());
                }
            }
        }
    }

    @Test
    void everyNumberOfTheFeedbackHasItsLeads() {
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            RandomCampaign c = RandomCampaign.of(seed);
            FunnelQuestion q = c.question();
            FeedbackReport said =
                    c.cube().feedback(new FeedbackQuestion(q.from(), q.to(), new Bucket.Minutes(60), q.filter()));
            c.same(new LeadsQuestion(q, Count.JUDGED, null, null), said.judged());
            c.same(new LeadsQuestion(q, Count.GOOD, null, null), said.good());
            c.same(new LeadsQuestion(q, Count.BAD, null, null), said.bad());
            for (FeedbackReport.Reason why : said.badReasons()) {
                c.same(new LeadsQuestion(q, Count.BAD, null, why.reason()), why.leads());
            }
            if (said.handedOver() != null && said.answered() != null) {
                c.same(new LeadsQuestion(q, Count.HANDED_OVER, null, null), said.handedOver());
                c.same(new LeadsQuestion(q, Count.ANSWERED, null, null), said.answered());
            }
        }
    }
}
