package dev.tundish.funnel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits the change of a rate by a scan over the columns for each of its two views. */
final class ShiftScan {

    private final Columns columns;
    private final Dictionary<String> column;
    private final int step;

    private ShiftScan(Columns columns, Dictionary<String> column, int step) {
        this.columns = columns;
        this.column = column;
        this.step = step;
    }

    static ShiftReport report(Columns columns, Flow flow, ShiftQuestion question) {
        StepScan.check(flow, question.step());
        Dictionary<String> column = columns.attributes.getOrDefault(question.key(), new Dictionary<>());
        if (column.size() > LeakScan.MOST_VALUES) {
            throw new IllegalArgumentException(
                    "by: %s has %,d different values; a change is split by at most %,d, use a filter"
                            .formatted(question.key(), column.size(), LeakScan.MOST_VALUES));
        }
        ShiftScan scan = new ShiftScan(columns, column, question.step());
        return scan.split(scan.count(question.before()), scan.count(question.after()));
    }

    /** By code: leads at the step, and at the next one. */
    private record Counts(long[] leads, long[] moved, long all, long allMoved) {}

    private Counts count(FunnelQuestion question) {
        View view = new View(columns, question);
        boolean cohort = question.mode() == FunnelQuestion.Mode.COHORT;
        long[] here = columns.reached(step);
        long[] next = columns.reached(step + 1);
        long[] leads = new long[column.codeCount()];
        long[] moved = new long[column.codeCount()];
        long all = 0;
        long allMoved = 0;
        for (int lead = 0; lead < columns.size(); lead++) {
            if (columns.voided(lead)) {
                continue;
            }
            boolean isHere;
            boolean isNext;
            if (cohort) {
                int furthest = view.inCohort(lead) ? view.furthest(lead) : -1;
                isHere = furthest >= step;
                isNext = furthest > step;
            } else {
                boolean matches = view.matches(lead);
                isHere = matches && view.inRange(here[lead]);
                isNext = matches && view.inRange(next[lead]);
            }
            if (isHere) {
                leads[column.code(lead)]++;
                all++;
            }
            if (isNext) {
                moved[column.code(lead)]++;
                allMoved++;
            }
        }
        return new Counts(leads, moved, all, allMoved);
    }

    private ShiftReport split(Counts before, Counts after) {
        Double rateBefore = Rates.ratio(before.allMoved, before.all);
        Double rateAfter = Rates.ratio(after.allMoved, after.all);
        boolean known = rateBefore != null && rateAfter != null;
        List<ShiftReport.Part> parts = new ArrayList<>();
        double mix = 0;
        double rate = 0;
        for (int code = 0; code < column.codeCount(); code++) {
            if (before.leads[code] + before.moved[code] + after.leads[code] + after.moved[code] > 0) {
                ShiftReport.Part part = part(column.value(code), before, after, code, known);
                mix += part.mix();
                rate += part.rate();
                parts.add(part);
            }
        }
        parts.sort(Comparator.comparingDouble((ShiftReport.Part p) -> Math.abs(p.mix() + p.rate()))
                .reversed()
                .thenComparing(ShiftReport.Part::value, Comparator.nullsLast(Order::compare)));
        return rateBefore == null || rateAfter == null
                ? new ShiftReport(rateBefore, rateAfter, null, null, null, parts)
                : new ShiftReport(rateBefore, rateAfter, rateAfter - rateBefore, mix, rate, parts);
    }

    /**
     * A value's share w of the leads times its rate r is what it brings to the whole rate. {@code w'r' - wr} is the
     * change of shares at the mean rate plus the change of rates at the mean share, without a rest.
     */
    private static ShiftReport.Part part(@Nullable String value, Counts before, Counts after, int code, boolean known) {
        double mix = 0;
        double rate = 0;
        if (known && before.leads[code] > 0 && after.leads[code] > 0) {
            double shareBefore = (double) before.leads[code] / before.all;
            double shareAfter = (double) after.leads[code] / after.all;
            double movedBefore = (double) before.moved[code] / before.leads[code];
            double movedAfter = (double) after.moved[code] / after.leads[code];
            mix = (shareAfter - shareBefore) * (movedBefore + movedAfter) / 2;
            rate = (movedAfter - movedBefore) * (shareBefore + shareAfter) / 2;
        } else if (known) {
            mix = (double) after.moved[code] / after.all - (double) before.moved[code] / before.all;
        }
        return new ShiftReport.Part(
                value, before.leads[code], before.moved[code], after.leads[code], after.moved[code], mix, rate);
    }
}
