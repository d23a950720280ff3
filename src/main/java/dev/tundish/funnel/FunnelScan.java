package dev.tundish.funnel;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The funnel report by a scan over the columns. */
final class FunnelScan {

    private static final byte NOT_COUNTED = -1;

    private final Columns columns;
    private final FunnelQuestion question;
    private final View view;
    private final FunnelSums sums;
    private final int last;
    private final @Nullable SegmentCounter segments;

    private FunnelScan(Columns columns, Flow flow, FunnelQuestion question) {
        this.columns = columns;
        this.question = question;
        this.view = new View(columns, question);
        this.sums = new FunnelSums(flow);
        this.last = flow.last();
        String key = question.breakdown();
        this.segments = key == null ? null : new SegmentCounter(columns, key, flow.size());
    }

    static FunnelReport report(Columns columns, Flow flow, FunnelQuestion question) {
        FunnelScan scan = new FunnelScan(columns, flow, question);
        switch (question.mode()) {
            case COHORT -> scan.cohort();
            case ACTIVITY -> scan.activity();
        }
        if (scan.segments != null) {
            scan.sums.segments = scan.segments.segments();
        }
        return scan.sums.report(question);
    }

    private void activity() {
        for (int lead = 0; lead < columns.size(); lead++) {
            int stage = columns.stage(lead);
            if (stage < 0 || columns.voided(lead) || !view.matches(lead)) {
                continue;
            }
            for (int k = 0; k <= stage; k++) {
                if (view.inRange(columns.reached(k)[lead])) {
                    count(lead, k);
                }
            }
        }
    }

    private void cohort() {
        int size = columns.size();
        byte[] furthest = new byte[question.times() ? size : 0];
        long[] exits = new long[columns.reasons.codeCount()];
        for (int lead = 0; lead < size; lead++) {
            byte counted = view.inCohort(lead) ? member(lead, exits) : NOT_COUNTED;
            if (question.times()) {
                furthest[lead] = counted;
            }
        }
        for (int code = 1; code < exits.length; code++) {
            if (exits[code] > 0) {
                sums.addReason(Objects.requireNonNull(columns.reasons.value(code)), exits[code]);
            }
        }
        if (question.times()) {
            times(furthest);
        }
    }

    private byte member(int lead, long[] exits) {
        if (columns.voided(lead)) {
            sums.voided++;
            return NOT_COUNTED;
        }
        int furthest = view.furthest(lead);
        for (int k = 0; k <= furthest; k++) {
            count(lead, k);
        }
        if (furthest < last) {
            if (columns.isOut(lead)) {
                sums.out[furthest]++;
                exits[columns.reasons.code(lead)]++;
            } else if (view.isExpired(lead)) {
                sums.expired[furthest]++;
            } else {
                sums.open[furthest]++;
            }
        }
        return (byte) furthest;
    }

    private void count(int lead, int stage) {
        sums.leads[stage]++;
        if (columns.isImplied(lead, stage)) {
            sums.implied[stage]++;
        }
        if (segments != null) {
            segments.count(lead, stage);
        }
        if (stage == last) {
            Money value = columns.values.get(lead);
            if (value != null) {
                sums.addValue(value.currency(), value.amount());
            }
        }
    }

    private void times(byte[] furthest) {
        long[] first = columns.reached(0);
        long[] numbers = new long[Math.toIntExact(sums.leads[0])];
        for (int k = 1; k <= last; k++) {
            long[] reached = columns.reached(k);
            int count = 0;
            for (int lead = 0; lead < furthest.length; lead++) {
                if (furthest[lead] >= k) {
                    numbers[count++] = reached[lead] - first[lead];
                }
            }
            sums.fromFirst[k] = Quantiles.spread(numbers, count);
            sums.fromPrevious[k] = Quantiles.spread(numbers, steps(furthest, k, numbers));
        }
    }

    /** How long the step to stage k took those who were seen at both its ends, in this order. */
    private int steps(byte[] furthest, int k, long[] numbers) {
        int count = 0;
        for (int lead = 0; lead < furthest.length; lead++) {
            if (furthest[lead] >= k) {
                long took = columns.took(lead, k);
                if (took >= 0) {
                    numbers[count++] = took;
                }
            }
        }
        return count;
    }
}
