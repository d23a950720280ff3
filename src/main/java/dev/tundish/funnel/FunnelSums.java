package dev.tundish.funnel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What a funnel report adds up, wherever it is counted, and the report that follows. */
final class FunnelSums {

    private final Flow flow;
    final long[] leads;
    final long[] implied;
    final long[] open;
    final long[] out;
    final long[] expired;
    final FunnelReport.@Nullable Spread[] fromFirst;
    final FunnelReport.@Nullable Spread[] fromPrevious;
    long voided;

    @Nullable
    List<FunnelReport.Segment> segments;

    private final Map<String, Long> reasons = new HashMap<>();
    private final Map<String, BigDecimal> value = new TreeMap<>();

    FunnelSums(Flow flow) {
        int size = flow.size();
        this.flow = flow;
        this.leads = new long[size];
        this.implied = new long[size];
        this.open = new long[size];
        this.out = new long[size];
        this.expired = new long[size];
        this.fromFirst = new FunnelReport.@Nullable Spread[size];
        this.fromPrevious = new FunnelReport.@Nullable Spread[size];
    }

    void addReason(String reason, long count) {
        reasons.merge(reason, count, Long::sum);
    }

    void addValue(String currency, BigDecimal amount) {
        value.merge(currency, amount, BigDecimal::add);
    }

    FunnelReport report(FunnelQuestion question) {
        boolean cohort = question.mode() == FunnelQuestion.Mode.COHORT;
        List<FunnelReport.Row> rows = new ArrayList<>();
        for (int k = 0; k < leads.length; k++) {
            rows.add(row(k, cohort));
        }
        return new FunnelReport(
                question.mode(),
                question.from(),
                question.to(),
                rows,
                cohort ? outcome() : null,
                cohort ? Long.valueOf(voided) : null,
                money(),
                cohort ? reasons() : null,
                segments);
    }

    private FunnelReport.Row row(int k, boolean cohort) {
        return new FunnelReport.Row(
                flow.stages().get(k),
                leads[k],
                implied[k],
                k == 0 ? null : Rates.ratio(leads[k], leads[k - 1]),
                Rates.ratio(leads[k], leads[0]),
                cohort ? Long.valueOf(open[k]) : null,
                cohort ? Long.valueOf(out[k]) : null,
                cohort ? Long.valueOf(expired[k]) : null,
                fromPrevious[k],
                fromFirst[k]);
    }

    private FunnelReport.Outcome outcome() {
        return new FunnelReport.Outcome(
                leads[leads.length - 1],
                LongStream.of(open).sum(),
                LongStream.of(out).sum(),
                LongStream.of(expired).sum());
    }

    /** With two digits after the point, or more where they are not zero, whatever was added and taken away. */
    private List<Money> money() {
        return value.entrySet().stream()
                .map(e -> new Money(canonical(e.getValue()), e.getKey()))
                .toList();
    }

    private static BigDecimal canonical(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.setScale(Math.max(2, plain.scale()));
    }

    private List<FunnelReport.ReasonCount> reasons() {
        return reasons.entrySet().stream()
                .map(e -> new FunnelReport.ReasonCount(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingLong(FunnelReport.ReasonCount::leads)
                        .reversed()
                        .thenComparing(FunnelReport.ReasonCount::reason, Order::compare))
                .toList();
    }
}
