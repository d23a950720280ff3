package dev.tundish.funnel;

import static dev.tundish.funnel.Journey.NEVER;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The contract's section 4 by lists and streams over journeys: what counters and cube are held against. */
record BruteForce(Rules rules, List<Journey> journeys) {

    private static final Comparator<String> CODE_POINTS =
            (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

    private static boolean in(long at, @Nullable Long from, @Nullable Long to) {
        return at != NEVER && (from == null || at >= from) && (to == null || at < to);
    }

    boolean counted(FunnelQuestion q, Journey j, int k) {
        long at = j.reached()[k];
        if (j.voided() || at == NEVER || !q.filter().matches(j.attributes())) {
            return false;
        }
        Long until = q.until();
        if (until != null && at >= until) {
            return false;
        }
        Long window = q.window();
        return q.mode() == FunnelQuestion.Mode.ACTIVITY
                ? in(at, q.from(), q.to())
                : in(j.reached()[0], q.from(), q.to()) && (window == null || at - j.reached()[0] <= window);
    }

    /** o, x, e, w at the furthest counted stage, such as {@code x2}; empty when not counted. */
    String place(FunnelQuestion q, Journey j) {
        int furthest = IntStream.range(0, rules.flow().size())
                .filter(k -> counted(q, j, k))
                .max()
                .orElse(-1);
        if (furthest < 0) {
            return "";
        }
        Long window = q.window();
        char kind = furthest == rules.flow().last()
                ? 'w'
                : j.status() == Status.OUT ? 'x' : window != null && j.reached()[0] + window < q.asOf() ? 'e' : 'o';
        return kind + "" + furthest;
    }

    FunnelReport funnel(FunnelQuestion q) {
        boolean cohort = q.mode() == FunnelQuestion.Mode.COHORT;
        List<FunnelReport.Row> rows = new ArrayList<>();
        for (int k = 0; k < rules.flow().size(); k++) {
            rows.add(row(q, k, cohort));
        }
        FunnelReport.Outcome outcome =
                new FunnelReport.Outcome(rows.getLast().leads(), places(q, "o"), places(q, "x"), places(q, "e"));
        Map<String, Long> why = new TreeMap<>();
        journeys.stream()
                .filter(j -> place(q, j).startsWith("x"))
                .forEach(j -> why.merge(String.valueOf(j.reason()), 1L, Long::sum));
        Map<String, BigDecimal> money = new TreeMap<>();
        journeys.stream().filter(j -> counted(q, j, rules.flow().last())).forEach(j -> {
            if (j.value() != null) {
                money.merge(j.value().currency(), j.value().amount(), BigDecimal::add);
            }
        });
        long voided = count(j -> j.voided()
                && in(j.reached()[0], q.from(), q.to())
                && in(j.reached()[0], null, q.until())
                && q.filter().matches(j.attributes()));
        return new FunnelReport(
                q.mode(),
                q.from(),
                q.to(),
                rows,
                cohort ? outcome : null,
                cohort ? Long.valueOf(voided) : null,
                money.entrySet().stream()
                        .map(e -> new Money(twoDigits(e.getValue()), e.getKey()))
                        .toList(),
                cohort
                        ? why.entrySet().stream()
                                .sorted(Map.Entry.<String, Long>comparingByValue()
                                        .reversed())
                                .map(e -> new FunnelReport.ReasonCount(e.getKey(), e.getValue()))
                                .toList()
                        : null,
                q.breakdown() == null ? null : segments(q, q.breakdown()));
    }

    private static BigDecimal twoDigits(BigDecimal amount) {
        BigDecimal four = amount.setScale(4);
        BigDecimal two = four;
        while (two.scale() > 2
                && two.remainder(BigDecimal.ONE.movePointLeft(two.scale() - 1)).signum() == 0) {
            two = two.setScale(two.scale() - 1);
        }
        return two;
    }

    private long count(Predicate<Journey> which) {
        return journeys.stream().filter(which).count();
    }

    private long places(FunnelQuestion q, String start) {
        return count(j -> place(q, j).startsWith(start));
    }

    private FunnelReport.Row row(FunnelQuestion q, int k, boolean cohort) {
        long leads = count(j -> counted(q, j, k));
        long first = count(j -> counted(q, j, 0));
        boolean timed = cohort && q.times() && k > 0;
        return new FunnelReport.Row(
                rules.flow().stages().get(k),
                leads,
                count(j -> counted(q, j, k) && j.asserted()[k] == NEVER),
                k == 0 ? null : share(leads, count(j -> counted(q, j, k - 1))),
                share(leads, first),
                cohort ? Long.valueOf(count(j -> place(q, j).equals("o" + k))) : null,
                cohort ? Long.valueOf(count(j -> place(q, j).equals("x" + k))) : null,
                cohort ? Long.valueOf(count(j -> place(q, j).equals("e" + k))) : null,
                timed
                        ? spread(journeys.stream()
                                .filter(j -> counted(q, j, k)
                                        && j.asserted()[k] != NEVER
                                        && j.asserted()[k - 1] <= j.asserted()[k])
                                .mapToLong(j -> j.asserted()[k] - j.asserted()[k - 1])
                                .sorted()
                                .toArray())
                        : null,
                timed
                        ? spread(journeys.stream()
                                .filter(j -> counted(q, j, k))
                                .mapToLong(j -> j.reached()[k] - j.reached()[0])
                                .sorted()
                                .toArray())
                        : null);
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : Double.valueOf(part / (double) whole);
    }

    private static FunnelReport.@Nullable Spread spread(long[] sorted) {
        return sorted.length == 0
                ? null
                : new FunnelReport.Spread(
                        sorted[(int) Math.ceil(0.5 * sorted.length) - 1] / 1e6,
                        sorted[(int) Math.ceil(0.9 * sorted.length) - 1] / 1e6);
    }

    private List<FunnelReport.Segment> segments(FunnelQuestion q, String key) {
        return new HashSet<>(journeys.stream().map(j -> j.attributes().get(key)).toList())
                .stream()
                        .map(v -> new FunnelReport.Segment(
                                v,
                                false,
                                IntStream.range(0, rules.flow().size())
                                        .mapToObj(k -> count(j -> counted(q, j, k)
                                                && java.util.Objects.equals(
                                                        v, j.attributes().get(key))))
                                        .toList()))
                        .filter(s -> s.stages().stream().anyMatch(n -> n > 0))
                        .sorted(Comparator.comparing(
                                        (FunnelReport.Segment s) -> -s.stages().getFirst())
                                .thenComparing(FunnelReport.Segment::value, Comparator.nullsLast(CODE_POINTS)))
                        .toList();
    }

    boolean judged(FeedbackQuestion q, Journey j) {
        return !j.voided()
                && q.filter().matches(j.attributes())
                && j.verdict() != null
                && in(j.verdict().at(), q.from(), q.to());
    }

    /** For buckets of minutes. */
    FeedbackReport feedback(FeedbackQuestion q, long width) {
        List<Verdict> said = new ArrayList<>();
        journeys.stream().filter(j -> judged(q, j) && j.stage() >= 0).forEach(j -> said.add(j.verdict()));
        int h = rules.handover();
        List<Journey> handed = h < 0
                ? List.of()
                : journeys.stream()
                        .filter(j -> !j.voided()
                                && q.filter().matches(j.attributes())
                                && in(j.reached()[h], q.from(), q.to()))
                        .toList();
        long answered = handed.stream().filter(j -> j.verdict() != null).count();
        long stated =
                said.stream().filter(v -> v.source() == Verdict.Source.STATED).count();
        Map<Long, List<Verdict>> buckets = new TreeMap<>();
        said.forEach(v -> buckets.computeIfAbsent(v.at() - Math.floorMod(v.at(), width), _ -> new ArrayList<>())
                .add(v));
        return new FeedbackReport(
                said.size(),
                stated,
                said.size() - stated,
                marked(said, Mark.GOOD),
                marked(said, Mark.BAD),
                count(j -> judged(q, j) && j.stage() < 0),
                h < 0 ? null : Long.valueOf(handed.size()),
                h < 0 ? null : Long.valueOf(answered),
                h < 0 ? null : share(answered, handed.size()),
                ranked(said, Mark.BAD),
                ranked(said, Mark.GOOD),
                buckets.entrySet().stream()
                        .map(e -> new FeedbackReport.Cell(
                                e.getKey(),
                                marked(e.getValue(), Mark.GOOD),
                                marked(e.getValue(), Mark.BAD),
                                reasons(e.getValue(), Mark.BAD),
                                reasons(e.getValue(), Mark.GOOD)))
                        .toList());
    }

    private static long marked(List<Verdict> said, Mark mark) {
        return said.stream().filter(v -> v.mark() == mark).count();
    }

    private static Map<String, Long> reasons(List<Verdict> said, Mark mark) {
        Map<String, Long> counts = new LinkedHashMap<>();
        said.stream()
                .filter(v -> v.mark() == mark)
                .flatMap(v -> v.reasons().stream().distinct())
                .forEach(r -> counts.merge(r, 1L, Long::sum));
        return counts;
    }

    private static List<FeedbackReport.Reason> ranked(List<Verdict> said, Mark mark) {
        return new TreeMap<>(reasons(said, mark))
                .entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(e -> new FeedbackReport.Reason(
                                e.getKey(), e.getValue(), e.getValue() / (double) said.size()))
                        .toList();
    }
}
