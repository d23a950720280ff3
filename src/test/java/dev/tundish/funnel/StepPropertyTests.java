package dev.tundish.funnel;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tundish.funnel.LeadsQuestion.Count;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is lost, gained and waited for at a step: exact, as the funnel counts it, and each number has its leads. */
class StepPropertyTests {

    private static final int CAMPAIGNS = 120;

    private static int step(RandomCampaign c) {
        return c.chance().random().nextInt(c.rules().flow().last());
    }

    @Test
    void whatAStepCostsIsWhatTheFunnelCountsThere() {
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            RandomCampaign c = RandomCampaign.of(seed);
            FunnelQuestion q = c.question(true);
            int step = step(c);
            LeakReport report = c.cube().leaks(new LeakQuestion(q, step, List.of(), true));
            FunnelReport funnel = c.brute().funnel(q);
            assertThat(List.of(report.leads(), report.moved(), report.lost(), report.undecided()))
                    .as("seed %d, step %d, %s", seed, step, q)
                    .isEqualTo(fates(funnel, step));
            c.same(new LeadsQuestion(q, Count.LEADS, step, null), report.leads());
            c.same(new LeadsQuestion(q, Count.MOVED, step, null), report.moved());
            c.same(new LeadsQuestion(q, Count.LOST, step, null), report.lost());
            c.same(new LeadsQuestion(q, Count.UNDECIDED, step, null), report.undecided());
        }
    }

    private static List<Long> fates(FunnelReport funnel, int step) {
        FunnelReport.Row row = funnel.stages().get(step);
        return List.of(
                row.leads(),
                funnel.stages().get(step + 1).leads(),
                requireNonNull(row.out()) + requireNonNull(row.expired()),
                requireNonNull(row.open()));
    }

    @Test
    void leakIsTheFunnelOfItsSegmentBesideAllOthers() {
        int seen = 0;
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            RandomCampaign c = RandomCampaign.of(seed);
            FunnelQuestion q = c.question(true);
            int step = step(c);
            LeakReport report = c.cube().leaks(new LeakQuestion(q, step, List.of(), true));
            for (LeakReport.Leak leak : report.leaks()) {
                FunnelQuestion segment = q;
                for (var where : leak.where().entrySet()) {
                    // The view's own filter stands: a key that it names already is narrowed to the one value.
                    segment = narrowed(segment, where.getKey(), where.getValue());
                }
                assertThat(List.of(leak.leads(), leak.moved(), leak.lost(), leak.undecided()))
                        .as("seed %d, step %d, %s, %s", seed, step, q, leak)
                        .isEqualTo(fates(c.brute().funnel(segment), step));
                c.same(new LeadsQuestion(segment, Count.LOST, step, null), leak.lost());
                long others = report.moved() + report.lost() - leak.decided();
                double expected = others == 0 || leak.decided() == 0
                        ? leak.lost()
                        : (double) (report.lost() - leak.lost()) / others * leak.decided();
                assertThat(leak.excess()).isCloseTo(leak.lost() - expected, within(1e-9));
                assertThat(leak.low()).isLessThanOrEqualTo(leak.excess());
                assertThat(leak.high()).isGreaterThanOrEqualTo(leak.excess());
                assertThat(leak.early()).isEqualTo(leak.decided() < 30 || others < 30);
                seen++;
            }
            assertThat(report.leaks())
                    .isSortedAccordingTo(Comparator.comparing(LeakReport.Leak::early)
                            .thenComparing(Comparator.comparingDouble(LeakReport.Leak::low)
                                    .reversed()));
        }
        assertThat(seen).isGreaterThan(CAMPAIGNS);
    }

    private static FunnelQuestion narrowed(FunnelQuestion q, String key, @Nullable String value) {
        Map<String, Set<String>> wanted = new HashMap<>(q.filter().wanted());
        wanted.put(key, Set.of(value == null ? "" : value));
        return new FunnelQuestion(
                q.mode(), q.from(), q.to(), q.window(), q.asOf(), true, false, null, new Filter(wanted), q.until());
    }

    @Test
    void mixAndRateAreTheWholeChange() {
        int split = 0;
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            RandomCampaign c = RandomCampaign.of(seed);
            boolean cohort = c.chance().random().nextInt(3) > 0;
            FunnelQuestion before = c.question(cohort);
            FunnelQuestion after = c.question(cohort);
            int step = step(c);
            String key = c.chance().one(List.of("source", "segment", "nobody_has_it"));
            ShiftReport report = c.cube().shift(new ShiftQuestion(before, after, step, key));
            FunnelReport was = c.brute().funnel(before);
            FunnelReport is = c.brute().funnel(after);
            assertThat(report.rateBefore()).isEqualTo(was.stages().get(step + 1).ofPrevious());
            assertThat(report.rateAfter()).isEqualTo(is.stages().get(step + 1).ofPrevious());
            for (ShiftReport.Part part : report.parts()) {
                List<Long> there = leads(c, narrowed(before, key, part.value()), before, key, step);
                assertThat(List.of(part.leadsBefore(), part.movedBefore())).isEqualTo(there);
                assertThat(List.of(part.leadsAfter(), part.movedAfter()))
                        .isEqualTo(leads(c, narrowed(after, key, part.value()), after, key, step));
                if (part.leadsBefore() == 0 || part.leadsAfter() == 0) {
                    assertThat(part.rate()).isZero();
                }
            }
            if (report.change() == null) {
                assertThat(report.mix()).isNull();
                assertThat(report.rate()).isNull();
                continue;
            }
            split++;
            double change = requireNonNull(report.rateAfter()) - requireNonNull(report.rateBefore());
            double mix =
                    report.parts().stream().mapToDouble(ShiftReport.Part::mix).sum();
            double rate =
                    report.parts().stream().mapToDouble(ShiftReport.Part::rate).sum();
            assertThat(report.change()).isEqualTo(change);
            assertThat(requireNonNull(report.mix())).isCloseTo(mix, within(1e-12));
            assertThat(requireNonNull(report.rate())).isCloseTo(rate, within(1e-12));
            assertThat(mix + rate).as("seed %d", seed).isCloseTo(change, within(1e-12));
        }
        assertThat(split).isGreaterThan(CAMPAIGNS / 3);
    }

    /** None, where the view's own filter wants other values of this key. */
    private static List<Long> leads(
            RandomCampaign c, FunnelQuestion narrow, FunnelQuestion wide, String key, int step) {
        var wanted = wide.filter().wanted().get(key);
        if (wanted != null
                && !wanted.containsAll(requireNonNull(narrow.filter().wanted().get(key)))) {
            return List.of(0L, 0L);
        }
        FunnelReport funnel = c.brute().funnel(narrow);
        return List.of(
                funnel.stages().get(step).leads(), funnel.stages().get(step + 1).leads());
    }

    @Test
    void timesAreThoseOfTheFunnelAndEveryBarHasItsLeads() {
        int bars = 0;
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            RandomCampaign c = RandomCampaign.of(seed);
            FunnelQuestion q = c.question(true);
            TimesQuestion question = new TimesQuestion(q, 1 + step(c));
            TimesReport report = c.cube().times(question);
            FunnelQuestion timed = new FunnelQuestion(
                    q.mode(), q.from(), q.to(), q.window(), q.asOf(), true, true, null, q.filter(), q.until());
            FunnelReport.Spread spread =
                    c.brute().funnel(timed).stages().get(question.step()).fromPrevious();
            assertThat(report.p50()).isEqualTo(spread == null ? null : Double.valueOf(spread.p50()));
            assertThat(report.p90()).isEqualTo(spread == null ? null : Double.valueOf(spread.p90()));
            c.same(new LeadsQuestion(q, Count.TOOK, question.step(), null), report.leads());
            assertThat(report.bars().isEmpty()).isEqualTo(report.leads() == 0);
            double end = report.bars().isEmpty() ? 0 : report.bars().getFirst().fromSeconds();
            for (TimesReport.Bar bar : report.bars()) {
                assertThat(bar.fromSeconds()).isEqualTo(end);
                assertThat(bar.toSeconds()).isGreaterThan(end);
                end = bar.toSeconds();
                c.same(LeadsQuestion.took(question, bar), bar.leads());
                bars++;
            }
            assertThat(report.bars().stream().mapToLong(TimesReport.Bar::leads).sum())
                    .isEqualTo(report.leads());
        }
        assertThat(bars).isGreaterThan(CAMPAIGNS);
    }

    @Test
    void bridgeLeadsFromTheOneNumberToTheOtherExactly() {
        for (long seed = 0; seed < CAMPAIGNS; seed++) {
            RandomCampaign c = RandomCampaign.of(seed);
            FunnelQuestion q = c.question();
            FunnelQuestion cohort = in(FunnelQuestion.Mode.COHORT, q);
            FunnelQuestion activity = in(FunnelQuestion.Mode.ACTIVITY, q);
            BridgeReport report = c.cube().bridge(q);
            for (int k = 0; k < report.stages().size(); k++) {
                BridgeReport.Row row = report.stages().get(k);
                int stage = k;
                assertThat(row.cohort() - row.after() + row.earlier() + row.late())
                        .isEqualTo(row.activity());
                assertThat(row.cohort())
                        .isEqualTo(c.brute().funnel(cohort).stages().get(k).leads());
                assertThat(row.activity())
                        .isEqualTo(c.brute().funnel(activity).stages().get(k).leads());
                assertThat(row.earlier())
                        .as("seed %d, stage %d, %s", seed, k, q)
                        .isEqualTo(c.brute().journeys().stream()
                                .filter(j -> c.brute().counted(activity, j, stage)
                                        && q.from() != null
                                        && j.reached()[0] < q.from())
                                .count());
                c.same(new LeadsQuestion(q, Count.AFTER, k, null), row.after());
                c.same(new LeadsQuestion(q, Count.EARLIER, k, null), row.earlier());
                c.same(new LeadsQuestion(q, Count.LATE, k, null), row.late());
            }
        }
    }

    private static FunnelQuestion in(FunnelQuestion.Mode mode, FunnelQuestion q) {
        return new FunnelQuestion(
                mode,
                q.from(),
                q.to(),
                mode == FunnelQuestion.Mode.COHORT ? q.window() : null,
                q.asOf(),
                true,
                false,
                null,
                q.filter(),
                q.until());
    }
}
