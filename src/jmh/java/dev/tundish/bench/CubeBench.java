package dev.tundish.bench;

import dev.tundish.funnel.Bucket;
import dev.tundish.funnel.Cube;
import dev.tundish.funnel.FeedbackQuestion;
import dev.tundish.funnel.Filter;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.Happening;
import dev.tundish.funnel.Journey;
import dev.tundish.funnel.JourneyState;
import dev.tundish.funnel.LeadEvent;
import dev.tundish.funnel.LeadsQuestion;
import dev.tundish.funnel.LeadsQuestion.By;
import dev.tundish.funnel.LeadsQuestion.Count;
import dev.tundish.funnel.LeadsQuestion.Sort;
import dev.tundish.funnel.LeakQuestion;
import dev.tundish.funnel.Money;
import dev.tundish.funnel.ShiftQuestion;
import dev.tundish.funnel.TimesQuestion;
import dev.tundish.funnel.TrendQuestion;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How long each kind of question takes a warm cube of a million leads on one core, and what such a cube weighs. */
final class CubeBench {

    private static final int LEADS = Integer.getInteger("bench.leads", 1_000_000);
    private static final int WARM_UP = 15;
    private static final int ASKED = 41;
    private static final double MARK = 150;
    private static final double MOST_BYTES = 96;

    /** A lead every five seconds, so that a million come in 58 days. */
    private static final long APART = 5_000_000;

    private static final long NOW = LEADS * APART + 20 * Samples.DAY;
    private static final long LATELY = NOW - 30 * Samples.DAY;

    private CubeBench() {}

    static void measure(Figures figures) {
        weigh(figures);
        Cube cube = fill(true);
        questions(cube).forEach((what, question) -> ask(what, question, figures));
    }

    private static FunnelQuestion view(FunnelQuestion.Mode mode, @Nullable Long from, @Nullable Long window) {
        return new FunnelQuestion(mode, from, null, window, NOW, true, false, null, Filter.NONE);
    }

    private static Map<String, Supplier<Object>> questions(Cube cube) {
        FunnelQuestion all = view(FunnelQuestion.Mode.COHORT, null, null);
        FunnelQuestion week = view(FunnelQuestion.Mode.COHORT, null, 7 * Samples.DAY);
        FunnelQuestion happened = view(FunnelQuestion.Mode.ACTIVITY, LATELY, null);
        FunnelQuestion later = view(FunnelQuestion.Mode.COHORT, LATELY, 7 * Samples.DAY);
        FunnelQuestion earlier = new FunnelQuestion(
                FunnelQuestion.Mode.COHORT, null, LATELY, 7 * Samples.DAY, NOW, true, false, null, Filter.NONE, LATELY);
        Filter filter = Filter.NONE.with("source", "source_2").with("region", "region_3");
        Bucket day = new Bucket.Days(ZoneId.of("Europe/Amsterdam"));
        LeadsQuestion leads = new LeadsQuestion(week, Count.LEADS, 1, null);
        Map<String, Supplier<Object>> questions = new LinkedHashMap<>();
        questions.put("window", () -> cube.funnel(week));
        questions.put("filter", () -> cube.funnel(filtered(week, filter)));
        questions.put("breakdown", () -> cube.funnel(broken(week, "region")));
        questions.put("window, filter, breakdown", () -> cube.funnel(broken(filtered(week, filter), "segment")));
        questions.put("what happened", () -> cube.funnel(happened));
        questions.put("as it stood", () -> cube.funnel(week.asItStood(LATELY)));
        questions.put("trend by day", () -> cube.trend(new TrendQuestion(week, day)));
        questions.put(
                "trend by hour of what happened",
                () -> cube.trend(new TrendQuestion(happened, new Bucket.Minutes(60))));
        questions.put("leaks", () -> cube.leaks(new LeakQuestion(week, 0, List.of(), false)));
        questions.put("leaks, pairs too", () -> cube.leaks(new LeakQuestion(week, 0, List.of(), true)));
        questions.put("shift", () -> cube.shift(new ShiftQuestion(earlier, later, 0, "region")));
        questions.put("times of a step", () -> cube.times(new TimesQuestion(week, 1)));
        questions.put("bridge", () -> cube.bridge(later));
        questions.put("page of leads", () -> cube.leads(leads, null, 100));
        questions.put("page of leads by value", () -> cube.leads(leads.sorted(new Sort(By.VALUE, true)), null, 100));
        questions.put(
                "page of leads, oldest last stage first",
                () -> cube.leads(leads.sorted(new Sort(By.REACHED, false)), null, 100));
        questions.put("feedback, filtered", () -> cube.feedback(new FeedbackQuestion(null, null, day, filter)));
        return questions;
    }

    private static FunnelQuestion filtered(FunnelQuestion q, Filter filter) {
        return new FunnelQuestion(q.mode(), q.from(), q.to(), q.window(), q.asOf(), true, false, null, filter);
    }

    private static FunnelQuestion broken(FunnelQuestion q, String key) {
        return new FunnelQuestion(q.mode(), q.from(), q.to(), q.window(), q.asOf(), true, false, key, q.filter());
    }

    private static void ask(String what, Supplier<Object> question, Figures figures) {
        long[] took = new long[ASKED];
        long kept = 0;
        for (int n = -WARM_UP; n < ASKED; n++) {
            long asked = System.nanoTime();
            kept += question.get().hashCode();
            if (n >= 0) {
                took[n] = System.nanoTime() - asked;
            }
        }
        Arrays.sort(took);
        figures.below("cube of %,d leads, %s, p50".formatted(LEADS, what), took[ASKED / 2] / 1e6, MARK, " ms");
        figures.add("    p95", Figures.number(took[ASKED * 95 / 100] / 1e6) + " ms" + (kept == 1 ? " " : ""));
    }

    private static void weigh(Figures figures) {
        fill(false); // what is loaded and compiled once is not the cube's
        long before = used();
        Cube cube = fill(false);
        long bytes = used() - before;
        figures.below(
                "memory of a loaded cube, 5 stages, without names and attributes, a lead",
                (double) bytes / cube.size(),
                MOST_BYTES,
                " bytes");
    }

    private static long used() {
        long least = Long.MAX_VALUE;
        for (int n = 0; n < 5; n++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    private static Cube fill(boolean attributes) {
        Cube cube = new Cube(Samples.RULES);
        SplittableRandom random = new SplittableRandom(7);
        for (int lead = 0; lead < LEADS; lead++) {
            cube.put(lead, journey(lead, random, attributes));
        }
        cube.trim(); // as after a load
        return cube;
    }

    /** Half qualify; of these some are judged, leave or buy, one in ten of them for an amount of its own. */
    private static Journey journey(int lead, SplittableRandom random, boolean attributes) {
        List<LeadEvent> events = new ArrayList<>();
        long at = lead * APART;
        events.add(event(lead, at, new Happening.Captured(), null, attributes ? touches(random) : Map.of()));
        if (random.nextInt(2) == 0) {
            at += random.nextLong(6 * Samples.DAY);
            events.add(event(lead, at, new Happening.Qualified(), null, Map.of()));
            int fate = random.nextInt(6);
            at += random.nextLong(6 * Samples.DAY);
            if (fate < 2) {
                events.add(event(lead, at, new Happening.Rejected("no_budget"), null, Map.of()));
            } else if (fate < 5) {
                events.add(event(lead, at, new Happening.Accepted(), null, Map.of()));
                if (fate == 4) {
                    BigDecimal amount = random.nextInt(10) > 0
                            ? new BigDecimal("1200.50")
                            : BigDecimal.valueOf(random.nextInt(1_000_000), 2);
                    events.add(event(
                            lead,
                            at + random.nextLong(6 * Samples.DAY),
                            new Happening.Converted(),
                            new Money(amount, "EUR"),
                            Map.of()));
                }
            }
        }
        return JourneyState.fold(Samples.RULES, events).journey();
    }

    private static LeadEvent event(
            int lead, long at, Happening what, @Nullable Money value, Map<String, String> attributes) {
        return new LeadEvent(lead + "-" + at, at, what, value, attributes);
    }

    private static Map<String, String> touches(SplittableRandom random) {
        Map<String, String> touches = new HashMap<>();
        touches.put("source", "source_" + random.nextInt(6));
        touches.put("segment", "segment_" + random.nextInt(4));
        touches.put("region", "region_" + random.nextInt(60));
        touches.put("device", "device_" + random.nextInt(3));
        touches.put("ad", "ad_" + random.nextInt(800));
        if (random.nextInt(3) > 0) {
            touches.put("medium", "medium_" + random.nextInt(5));
        }
        return touches;
    }
}
