package dev.tundish.funnel;

import static dev.tundish.funnel.Journey.NEVER;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The contract's funnel report read word by word over a list of journeys: no columns, no counters, no cleverness. */
final class PlainFunnel {

    private final Rules rules;
    private final FunnelQuestion question;
    private final List<Journey> filtered;
    private final boolean cohort;

    PlainFunnel(Rules rules, List<Journey> journeys, FunnelQuestion question) {
        this.rules = rules;
        this.question = question;
        this.cohort = question.mode() == FunnelQuestion.Mode.COHORT;
        this.filtered = journeys.stream()
                .filter(j -> j.stage() >= 0)
                .filter(j -> question.filter().matches(j.attributes()))
                .toList();
    }

    static boolean inside(long at, @Nullable Long from, @Nullable Long to) {
        return at != NEVER && (from == null || at >= from) && (to == null || at < to);
    }

    boolean inCohort(Journey j) {
        return inside(j.reached()[0], question.from(), question.to());
    }

    boolean isCounted(Journey j, int k) {
        long at = j.reached()[k];
        if (!cohort) {
            return inside(at, question.from(), question.to());
        }
        return inCohort(j) && at != NEVER && (question.window() == null || at - j.reached()[0] <= question.window());
    }

    int furthest(Journey j) {
        return IntStream.range(0, rules.flow().size())
                .filter(k -> isCounted(j, k))
                .max()
                .orElseThrow();
    }

    boolean isExpired(Journey j) {
        return question.window() != null
                && BigDecimal.valueOf(j.reached()[0])
                                .add(BigDecimal.valueOf(question.window()))
                                .compareTo(BigDecimal.valueOf(question.asOf()))
                        < 0;
    }

    /** Where a lead of the cohort is, at its furthest counted stage. */
    String whereabouts(Journey j) {
        if (furthest(j) == rules.flow().last()) {
            return "converted";
        }
        return j.status() == Status.OUT ? "out" : isExpired(j) ? "expired" : "open";
    }

    private List<Journey> present() {
        return filtered.stream().filter(j -> !j.voided()).toList();
    }

    private List<Journey> members() {
        return present().stream().filter(this::inCohort).toList();
    }

    private static long count(List<Journey> of, Predicate<Journey> which) {
        return of.stream().filter(which).count();
    }

    FunnelReport report() {
        List<FunnelReport.Row> rows = new ArrayList<>();
        for (int k = 0; k < rules.flow().size(); k++) {
            rows.add(row(k));
        }
        return new FunnelReport(
                question.mode(),
                question.from(),
                question.to(),
                rows,
                cohort
                        ? new FunnelReport.Outcome(
                                count(members(), j -> whereabouts(j).equals("converted")),
                                count(members(), j -> whereabouts(j).equals("open")),
                                count(members(), j -> whereabouts(j).equals("out")),
                                count(members(), j -> whereabouts(j).equals("expired")))
                        : null,
                cohort ? Long.valueOf(count(filtered, j -> j.voided() && inCohort(j))) : null,
                value(),
                cohort ? reasons() : null,
                question.breakdown() == null ? null : segments(question.breakdown()));
    }

    private FunnelReport.Row row(int k) {
        List<Journey> counted = present().stream().filter(j -> isCounted(j, k)).toList();
        long before = k == 0 ? 0 : count(present(), j -> isCounted(j, k - 1));
        long first = count(present(), j -> isCounted(j, 0));
        boolean timed = cohort && question.times() && k > 0;
        return new FunnelReport.Row(
                rules.flow().stages().get(k),
                counted.size(),
                count(counted, j -> j.asserted()[k] == NEVER),
                before == 0 ? null : Double.valueOf((double) counted.size() / before),
                first == 0 ? null : Double.valueOf((double) counted.size() / first),
                cohort ? Long.valueOf(at(k, "open")) : null,
                cohort ? Long.valueOf(at(k, "out")) : null,
                cohort ? Long.valueOf(at(k, "expired")) : null,
                timed
                        ? spread(counted.stream()
                                .filter(j -> j.asserted()[k] != NEVER && j.asserted()[k - 1] <= j.asserted()[k])
                                .mapToLong(j -> j.asserted()[k] - j.asserted()[k - 1]))
                        : null,
                timed ? spread(counted.stream().mapToLong(j -> j.reached()[k] - j.reached()[0])) : null);
    }

    private long at(int k, String where) {
        return count(members(), j -> furthest(j) == k && whereabouts(j).equals(where));
    }

    private static FunnelReport.@Nullable Spread spread(LongStream micros) {
        long[] sorted = micros.sorted().toArray();
        return sorted.length == 0 ? null : new FunnelReport.Spread(rank(sorted, 50), rank(sorted, 90));
    }

    private static double rank(long[] sorted, int percent) {
        int rank = (sorted.length * percent + 99) / 100;
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }

    private List<Money> value() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Journey j : present()) {
            Money value = j.value();
            if (value != null && isCounted(j, rules.flow().last())) {
                sums.merge(value.currency(), value.amount(), BigDecimal::add);
            }
        }
        return sums.entrySet().stream()
                .map(e -> new Money(e.getValue().stripTrailingZeros(), e.getKey()))
                .toList();
    }

    private List<FunnelReport.ReasonCount> reasons() {
        Map<String, Long> sums = new TreeMap<>();
        members().stream()
                .filter(j -> whereabouts(j).equals("out"))
                .forEach(j -> sums.merge(String.valueOf(j.reason()), 1L, Long::sum));
        return sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(e -> new FunnelReport.ReasonCount(e.getKey(), e.getValue()))
                .toList();
    }

    private List<FunnelReport.Segment> segments(String key) {
        Map<String, List<Journey>> byValue = new HashMap<>();
        Set<@Nullable String> values = new LinkedHashSet<>();
        for (Journey j : present()) {
            values.add(j.attributes().get(key));
            byValue.computeIfAbsent(j.attributes().getOrDefault(key, ""), _ -> new ArrayList<>())
                    .add(j);
        }
        List<FunnelReport.Segment> segments = new ArrayList<>();
        for (String value : values) {
            List<Long> stages = IntStream.range(0, rules.flow().size())
                    .mapToObj(k ->
                            count(byValue.getOrDefault(value == null ? "" : value, List.of()), j -> isCounted(j, k)))
                    .toList();
            if (stages.stream().anyMatch(leads -> leads > 0)) {
                segments.add(new FunnelReport.Segment(value, false, stages));
            }
        }
        segments.sort((a, b) -> {
            int byLeads = Long.compare(b.stages().getFirst(), a.stages().getFirst());
            return byLeads != 0 ? byLeads : Arrays.compare(points(a.value()), points(b.value()));
        });
        return segments;
    }

    /** Code points, and for the absent value one that is larger than all. */
    private static int[] points(@Nullable String value) {
        return value == null
                ? new int[] {Integer.MAX_VALUE}
                : value.codePoints().toArray();
    }
}
