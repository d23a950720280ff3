package dev.tundish.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.funnel.LeadsQuestion.Count;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Cube, counters and the word-by-word reading give the same answers about random campaigns. */
class SameAnswersTests {

    private static final int CAMPAIGNS = 400;
    private static final int QUESTIONS = 12;
    private static final List<Count> ANY_MODE =
            List.of(Count.LEADS, Count.IMPLIED, Count.JUDGED, Count.GOOD, Count.BAD, Count.HANDED_OVER, Count.ANSWERED);

    /** A campaign whose leads came in one by one, some of them more than once. */
    private static final class Campaign {
        private final Chance chance;
        private final Rules rules;
        private final List<Journey> journeys = new ArrayList<>();
        private final Cube cube;
        private final Tally tally;
        private final Questions questions;

        private Campaign(long seed) {
            this.chance = new Chance(seed);
            this.rules = chance.rules();
            this.cube = new Cube(rules);
            this.tally = new Tally(rules);
            Random random = chance.random();
            int leads = random.nextInt(60);
            Map<Integer, Journey> before = new HashMap<>();
            List<Integer> order = new ArrayList<>();
            for (int lead = 0; lead < leads; lead++) {
                List<LeadEvent> events = chance.lead(rules);
                journeys.add(SecondReading.journey(rules, events));
                if (random.nextBoolean()) {
                    int known = 1 + random.nextInt(events.size());
                    before.put(lead, SecondReading.journey(rules, events.subList(0, known)));
                }
                order.add(lead);
            }
            Collections.shuffle(order, random);
            before.forEach((lead, journey) -> {
                cube.put(lead, journey);
                tally.move(null, journey);
            });
            order.forEach(lead -> {
                cube.put(lead, journeys.get(lead));
                tally.move(before.get(lead), journeys.get(lead));
            });
            this.questions = new Questions(chance, journeys);
        }

        private List<TallyReports.Row> minutes(@Nullable Long from, @Nullable Long to) {
            List<TallyReports.Row> rows = new ArrayList<>();
            tally.forEach((cell, leads, amount) -> {
                if (cell.minute() != TallyCell.WHOLE && PlainFunnel.inside(cell.minute() * Chance.MINUTE, from, to)) {
                    rows.add(new TallyReports.Row(cell.minute(), cell.code(), leads, amount));
                }
            });
            return rows;
        }

        private List<TallyReports.Row> sums(@Nullable Long from, @Nullable Long to, List<String> kinds) {
            Map<String, TallyReports.Row> sums = new HashMap<>();
            tally.forEach((cell, leads, amount) -> {
                boolean asked = from == null && to == null
                        ? cell.minute() == TallyCell.WHOLE
                        : cell.minute() != TallyCell.WHOLE
                                && PlainFunnel.inside(cell.minute() * Chance.MINUTE, from, to);
                boolean needed = kinds.stream()
                        .anyMatch(
                                kind -> kind.replace(":", "").equals(cell.code().split(":", 2)[0]));
                if (asked && needed) {
                    sums.merge(
                            cell.code(),
                            new TallyReports.Row(0, cell.code(), leads, amount),
                            (a, b) -> new TallyReports.Row(
                                    0,
                                    a.code(),
                                    a.leads() + b.leads(),
                                    a.amount().add(b.amount())));
                }
            });
            return List.copyOf(sums.values());
        }
    }

    @Test
    void theCubeGivesEveryJourneyBack() {
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            Campaign campaign = new Campaign(seed);
            assertThat(campaign.cube.size()).as("seed %d", seed).isEqualTo(campaign.journeys.size());
            for (int lead = 0; lead < campaign.journeys.size(); lead++) {
                assertThat(campaign.cube.journey(lead))
                        .as("seed %d, lead %d", seed, lead)
                        .isEqualTo(campaign.journeys.get(lead));
            }
        }
    }

    @Test
    void theCubesFunnelIsThePlainOne() {
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            Campaign campaign = new Campaign(seed);
            for (int n = 0; n < QUESTIONS; n++) {
                FunnelQuestion question = campaign.questions.funnel();
                assertThat(plain(campaign.cube.funnel(question)))
                        .as("seed %d, %s", seed, question)
                        .isEqualTo(new PlainFunnel(campaign.rules, campaign.journeys, question).report());
            }
        }
    }

    @Test
    void theCountersFunnelIsThePlainOne() {
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            Campaign campaign = new Campaign(seed);
            for (int n = 0; n < QUESTIONS; n++) {
                FunnelQuestion any = campaign.questions.funnel();
                FunnelQuestion question = new FunnelQuestion(
                        any.mode(), any.from(), any.to(), null, any.asOf(), true, false, null, Filter.NONE);
                List<TallyReports.Row> rows =
                        campaign.sums(any.from(), any.to(), TallyReports.prefixes(question.mode()));
                assertThat(plain(TallyReports.funnel(question, campaign.rules, rows)))
                        .as("seed %d, %s", seed, question)
                        .isEqualTo(new PlainFunnel(campaign.rules, campaign.journeys, question).report());
            }
        }
    }

    @Test
    void feedbackIsThePlainOneFromCubeAndCounters() {
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            Campaign campaign = new Campaign(seed);
            for (int n = 0; n < QUESTIONS; n++) {
                FeedbackQuestion question = campaign.questions.feedback();
                assertThat(campaign.cube.feedback(question))
                        .as("seed %d, %s", seed, question)
                        .isEqualTo(new PlainFeedback(campaign.rules, campaign.journeys, question).report());
                FeedbackQuestion all =
                        new FeedbackQuestion(question.from(), question.to(), question.bucket(), Filter.NONE);
                FeedbackReport expected = new PlainFeedback(campaign.rules, campaign.journeys, all).report();
                assertThat(TallyReports.feedback(all, campaign.rules, campaign.minutes(all.from(), all.to())))
                        .as("from minutes, seed %d, %s", seed, all)
                        .isEqualTo(expected);
                List<TallyReports.Row> sums = campaign.sums(all.from(), all.to(), TallyReports.feedbackPrefixes());
                assertThat(withoutSeries(TallyReports.feedback(all, campaign.rules, sums)))
                        .as("from sums, seed %d, %s", seed, all)
                        .isEqualTo(withoutSeries(expected));
            }
        }
    }

    @Test
    void activityPerMinuteAddsUpToTheFunnelsActivity() {
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            Campaign campaign = new Campaign(seed);
            int from = (int) (Chance.START / Chance.MINUTE)
                    + campaign.chance.random().nextInt(60 * 60);
            int to = from + campaign.chance.random().nextInt(24 * 60);
            FunnelQuestion question = new FunnelQuestion(
                    FunnelQuestion.Mode.ACTIVITY,
                    from * Chance.MINUTE,
                    to * Chance.MINUTE,
                    null,
                    0,
                    true,
                    false,
                    null,
                    Filter.NONE);
            long[][] series = TallyReports.activity(from, to, campaign.rules, campaign.minutes(null, null));
            assertThat(series.length).isEqualTo(to - from);
            FunnelReport report = new PlainFunnel(campaign.rules, campaign.journeys, question).report();
            for (int k = 0; k < campaign.rules.flow().size(); k++) {
                long sum = 0;
                for (long[] minute : series) {
                    sum += minute[k];
                }
                assertThat(sum)
                        .as("seed %d, stage %d", seed, k)
                        .isEqualTo(report.stages().get(k).leads());
            }
        }
    }

    @Test
    void thePagesOfLeadsTogetherAreThePlainOnesAndAsManyAsTheNumber() {
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            Campaign campaign = new Campaign(seed);
            for (int n = 0; n < QUESTIONS; n++) {
                LeadsQuestion question = leads(campaign);
                List<Integer> expected = new PlainLeads(campaign.rules, question).of(campaign.journeys);
                assertThat(pages(campaign, question, expected.size()))
                        .as("seed %d, %s", seed, question)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void behindEveryNumberOfTheFunnelStandAsManyLeads() {
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            Campaign campaign = new Campaign(seed);
            FunnelQuestion view = campaign.questions.funnel();
            FunnelReport report = campaign.cube.funnel(view);
            for (int k = 0; k < campaign.rules.flow().size(); k++) {
                FunnelReport.Row row = report.stages().get(k);
                String what = "seed %d, stage %d, %s".formatted(seed, k, view);
                assertThat(total(campaign, view, Count.LEADS, k)).as(what).isEqualTo(row.leads());
                assertThat(total(campaign, view, Count.IMPLIED, k)).as(what).isEqualTo(row.implied());
                if (view.mode() == FunnelQuestion.Mode.COHORT) {
                    assertThat(total(campaign, view, Count.OPEN, k)).as(what).isEqualTo(row.open());
                    assertThat(total(campaign, view, Count.OUT, k)).as(what).isEqualTo(row.out());
                    assertThat(total(campaign, view, Count.EXPIRED, k)).as(what).isEqualTo(row.expired());
                }
            }
        }
    }

    private static long total(Campaign campaign, FunnelQuestion view, Count count, int stage) {
        return campaign.cube
                .leads(new LeadsQuestion(view, count, stage, null), null, 1)
                .total();
    }

    private static LeadsQuestion leads(Campaign campaign) {
        Random random = campaign.chance.random();
        FunnelQuestion view = campaign.questions.funnel();
        List<Count> counts = view.mode() == FunnelQuestion.Mode.COHORT ? List.of(Count.values()) : ANY_MODE;
        Count count = random.nextInt(8) == 0 ? null : campaign.chance.one(counts);
        Integer stage = random.nextInt(3) == 0
                ? null
                : Integer.valueOf(random.nextInt(campaign.rules.flow().size()));
        boolean hasReason = count == Count.OUT || count == Count.JUDGED || count == Count.GOOD || count == Count.BAD;
        String reason = hasReason && random.nextBoolean() ? campaign.chance.one(Chance.REASONS) : null;
        return new LeadsQuestion(view, count, stage, reason);
    }

    private static List<Integer> pages(Campaign campaign, LeadsQuestion question, long total) {
        List<Integer> all = new ArrayList<>();
        int limit = 1 + campaign.chance.random().nextInt(9);
        Cube.Position after = null;
        do {
            Cube.Page page = campaign.cube.leads(question, after, limit);
            assertThat(page.total()).as("the total of every page, %s", question).isEqualTo(total);
            assertThat(page.leads().size()).isLessThanOrEqualTo(limit);
            assertThat(page.next() == null || page.leads().size() == limit).isTrue();
            all.addAll(page.leads());
            after = page.next();
        } while (after != null);
        return all;
    }

    private static FunnelReport plain(FunnelReport report) {
        List<Money> value = report.value().stream()
                .map(m -> new Money(m.amount().stripTrailingZeros(), m.currency()))
                .toList();
        return new FunnelReport(
                report.mode(),
                report.from(),
                report.to(),
                report.stages(),
                report.outcome(),
                report.voided(),
                value,
                report.reasons(),
                report.segments());
    }

    private static FeedbackReport withoutSeries(FeedbackReport r) {
        return new FeedbackReport(
                r.judged(),
                r.stated(),
                r.implied(),
                r.good(),
                r.bad(),
                r.unmatched(),
                r.handedOver(),
                r.answered(),
                r.coverage(),
                r.badReasons(),
                r.goodReasons(),
                List.of());
    }
}
