package dev.tundish.funnel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The funnel of a campaign (contract, 4). In activity mode {@code outcome}, {@code voided} and {@code reasons} are null
 * and so are the stages' {@code open}, {@code out} and {@code expired}; what was not asked for is null too.
 */
public record FunnelReport(
        FunnelQuestion.Mode mode,
        @Nullable Long from,
        @Nullable Long to,
        List<Row> stages,
        @Nullable Outcome outcome,
        @Nullable Long voided,
        List<Money> value,
        @Nullable List<ReasonCount> reasons,
        @Nullable List<Segment> segments) {

    /** This report, with the times of an earlier one of the same flow where it has none. */
    public FunnelReport orTimesOf(FunnelReport earlier) {
        boolean timed = stages.stream().anyMatch(row -> row.fromFirst != null);
        if (timed || earlier.stages.size() != stages.size()) {
            return this;
        }
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < stages.size(); k++) {
            rows.add(stages.get(k).withTimes(earlier.stages.get(k)));
        }
        return new FunnelReport(mode, from, to, rows, outcome, voided, value, reasons, segments);
    }

    /**
     * One stage.
     *
     * @param implied of the leads, those that no own event put there
     * @param ofPrevious share of the previous stage's leads; null for the first, and when there is nothing to divide by
     * @param ofFirst share of the first stage's leads; null when there is nothing to divide by
     */
    public record Row(
            Stage stage,
            long leads,
            long implied,
            @Nullable Double ofPrevious,
            @Nullable Double ofFirst,
            @Nullable Long open,
            @Nullable Long out,
            @Nullable Long expired,
            @Nullable Spread fromPrevious,
            @Nullable Spread fromFirst) {

        private Row withTimes(Row timed) {
            return new Row(
                    stage,
                    leads,
                    implied,
                    ofPrevious,
                    ofFirst,
                    open,
                    out,
                    expired,
                    timed.fromPrevious,
                    timed.fromFirst);
        }
    }

    /** Nearest-rank quantiles, in seconds. */
    public record Spread(double p50, double p90) {}

    /** Where all leads of the cohort are. */
    public record Outcome(long converted, long open, long out, long expired) {}

    /** Leads that left for a reason. */
    public record ReasonCount(String reason, long leads) {}

    /**
     * The leads with one value of the attribute, per stage.
     *
     * @param value null: the leads without the attribute
     * @param other whether this is the sum of all further segments
     */
    public record Segment(@Nullable String value, boolean other, List<Long> stages) {}
}
