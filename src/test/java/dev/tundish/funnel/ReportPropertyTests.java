package dev.tundish.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.funnel.LeadsQuestion.Count;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Counters, cube and brute force answer alike, and every number has its leads. */
class ReportPropertyTests {

    private static final int CAMPAIGNS = 250;

    private record Campaign(Chance chance, Rules rules, BruteForce brute, Cube cube, Tally tally) {}

    private static Campaign campaign(long seed) {
        Chance chance = new Chance(seed);
        Rules rules = chance.rules();
        Cube cube = new Cube(rules);
        Tally tally = new Tally(rules);
        List<Journey> journeys = new ArrayList<>();
        for (int lead = 0; lead < 60; lead++) {
            List<LeadEvent> events = chance.lead(rules);
            if (events.size() > 1) {
                Journey before = JourneyState.fold(rules, events.subList(1, events.size()))
                        .journey();
                cube.put(lead, before);
                tally.move(null, before);
                Journey now = JourneyState.fold(rules, events).journey();
                cube.put(lead, now);
                tally.move(before, now);
                journeys.add(now);
            } else {
                journeys.add(JourneyState.fold(rules, events).journey());
                cube.put(lead, journeys.getLast());
                tally.move(null, journeys.getLast());
            }
        }
        return new Campaign(chance, rules, new BruteForce(rules, journeys), cube, tally);
    }

    private static FunnelQuestion question(Chance chance) {
        boolean cohort = chance.random().nextInt(3) > 0;
        Long window = cohort && chance.random().nextBoolean()
                ? Long.valueOf(chance.one(List.of(1L, 90L, 2160L)) * Chance.MINUTE)
                : null;
        return new FunnelQuestion(
                cohort ? FunnelQuestion.Mode.COHORT : FunnelQuestion.Mode.ACTIVITY,
                chance.maybeMinute(),
                chance.maybeMinute(),
                window,
                Chance.START + chance.random().nextInt(7 * 1440) * Chance.MINUTE,
                true,
                cohort && chance.random().nextBoolean(),
                chance.random().nextBoolean() ? null : chance.one(List.of("source", "segment", "nobody_has_it")),
                filter(chance));
    }

    private static Filter filter(Chance chance) {
        Filter filter = Filter.NONE;
        while (chance.random().nextInt(3) == 0) {
            filter = chance.random().nextBoolean()
                    ? filter.with("source", chance.one(List.of("google", "meta", "", "\uD83D\uDE00", "unheard")))
                    : filter.with("segment", chance.one(List.of("smb", "")));
        }
        return filter;
    }

    @Test
    void theCubeGivesBackWhatWasPut() {
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            Campaign c = campaign(seed);
            for (int lead = 0; lead < c.cube.size(); lead++) {
                assertThat(c.cube.journey(lead))
                        .as("seed %d, lead %d", seed, lead)
                        .isEqualTo(c.brute.journeys().get(lead));
            }
        }
    }

    @Test
    void theCubesFunnelIsThatOfBruteForce() {
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            Campaign c = campaign(seed);
            for (int n = 0; n < 8; n++) {
                FunnelQuestion q = question(c.chance);
                assertThat(c.cube.funnel(q)).as("seed %d, %s", seed, q).isEqualTo(c.brute.funnel(q));
            }
        }
    }

    @Test
    void theCountersFunnelIsThatOfTheCube() {
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            Campaign c = campaign(seed);
            for (FunnelQuestion.Mode mode : FunnelQuestion.Mode.values()) {
                FunnelQuestion q = new FunnelQuestion(
                        mode, c.chance.maybeMinute(), c.chance.maybeMinute(), null, 0, true, false, null, Filter.NONE);
                assertThat(TallyReports.funnel(q, c.rules, rows(c.tally, q.from(), q.to(), false)))
                        .as("seed %d, %s", seed, q)
                        .isEqualTo(c.cube.funnel(q));
            }
        }
    }

    @Test
    void feedbackIsThatOfBruteForceFromCubeAndCounters() {
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            Campaign c = campaign(seed);
            int minutes = c.chance.one(List.of(1, 60, 720));
            FeedbackQuestion q = new FeedbackQuestion(
                    c.chance.maybeMinute(), c.chance.maybeMinute(), new Bucket.Minutes(minutes), filter(c.chance));
            assertThat(c.cube.feedback(q))
                    .as("seed %d, %s", seed, q)
                    .isEqualTo(c.brute.feedback(q, minutes * Chance.MINUTE));
            FeedbackQuestion all = new FeedbackQuestion(q.from(), q.to(), q.bucket(), Filter.NONE);
            assertThat(TallyReports.feedback(all, c.rules, rows(c.tally, q.from(), q.to(), true)))
                    .as("counters, seed %d, %s", seed, all)
                    .isEqualTo(c.cube.feedback(all));
        }
    }

    /** The counters of a range, as the database gives them: by minute, or summed (of the whole campaign if unbounded). */
    private static List<TallyReports.Row> rows(Tally tally, @Nullable Long from, @Nullable Long to, boolean byMinute) {
        boolean whole = !byMinute && from == null && to == null;
        Map<String, TallyReports.Row> rows = new HashMap<>();
        tally.forEach((cell, leads, amount) -> {
            long at = cell.minute() * Chance.MINUTE;
            boolean inside = (cell.minute() == TallyCell.WHOLE) == whole
                    && (whole || (from == null || at >= from) && (to == null || at < to));
            if (inside) {
                rows.merge(
                        byMinute ? cell.minute() + cell.code() : cell.code(),
                        new TallyReports.Row(byMinute ? cell.minute() : TallyCell.WHOLE, cell.code(), leads, amount),
                        (a, b) -> new TallyReports.Row(
                                a.minute(),
                                a.code(),
                                a.leads() + b.leads(),
                                a.amount().add(b.amount())));
            }
        });
        return List.copyOf(rows.values());
    }

    @Test
    void everyNumberOfTheFunnelHasItsLeads() {
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            Campaign c = campaign(seed);
            FunnelQuestion q = question(c.chance);
            FunnelReport report = c.cube.funnel(q);
            for (int k = 0; k < report.stages().size(); k++) {
                FunnelReport.Row row = report.stages().get(k);
                same(c, seed, new LeadsQuestion(q, Count.LEADS, k, null), row.leads());
                same(c, seed, new LeadsQuestion(q, Count.IMPLIED, k, null), row.implied());
                if (q.mode() == FunnelQuestion.Mode.COHORT) {
                    same(c, seed, new LeadsQuestion(q, Count.OPEN, k, null), Objects.requireNonNull(row.open()));
                    same(c, seed, new LeadsQuestion(q, Count.OUT, k, null), Objects.requireNonNull(row.out()));
                    same(c, seed, new LeadsQuestion(q, Count.EXPIRED, k, null), Objects.requireNonNull(row.expired()));
                }
            }
            if (q.mode() == FunnelQuestion.Mode.COHORT) {
                same(c, seed, new LeadsQuestion(q, Count.VOIDED, null, null), Objects.requireNonNull(report.voided()));
                for (FunnelReport.ReasonCount why : Objects.requireNonNull(report.reasons())) {
                    same(c, seed, new LeadsQuestion(q, Count.OUT, null, why.reason()), why.leads());
                }
            }
        }
    }

    @Test
    void everyNumberOfTheFeedbackHasItsLeads() {
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            Campaign c = campaign(seed);
            FunnelQuestion q = question(c.chance);
            FeedbackReport said =
                    c.cube.feedback(new FeedbackQuestion(q.from(), q.to(), new Bucket.Minutes(60), q.filter()));
            same(c, seed, new LeadsQuestion(q, Count.JUDGED, null, null), said.judged());
            same(c, seed, new LeadsQuestion(q, Count.GOOD, null, null), said.good());
            same(c, seed, new LeadsQuestion(q, Count.BAD, null, null), said.bad());
            for (FeedbackReport.Reason why : said.badReasons()) {
                same(c, seed, new LeadsQuestion(q, Count.BAD, null, why.reason()), why.leads());
            }
            if (said.handedOver() != null && said.answered() != null) {
                same(c, seed, new LeadsQuestion(q, Count.HANDED_OVER, null, null), said.handedOver());
                same(c, seed, new LeadsQuestion(q, Count.ANSWERED, null, null), said.answered());
            }
        }
    }

    private static void same(Campaign c, long seed, LeadsQuestion question, long number) {
        List<Integer> all = new ArrayList<>();
        Cube.Position after = null;
        do {
            Cube.Page page = c.cube.leads(question, after, 7);
            assertThat(page.total()).as("seed %d, %s", seed, question).isEqualTo(number);
            all.addAll(page.leads());
            after = page.next();
        } while (after != null);
        assertThat(new HashSet<>(all)).as("seed %d, %s", seed, question).hasSize((int) number);
        List<Long> firsts = all.stream()
                .map(lead -> -c.brute.journeys().get(lead).reached()[0])
                .toList();
        assertThat(all).as("pages, seed %d, %s", seed, question).hasSize((int) number);
        if (!firsts.contains(-Journey.NEVER)) {
            assertThat(firsts).as("newest first, seed %d, %s", seed, question).isSorted();
        }
    }
}
