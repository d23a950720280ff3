package dev.tundish.funnel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Why leads left at each stage, by a scan over the columns. */
final class LeftScan {

    private LeftScan() {}

    static LeftReport report(Columns columns, Flow flow, FunnelQuestion question) {
        View view = new View(columns, question);
        long[][] exits = new long[flow.size()][columns.reasons.codeCount()];
        for (int lead = 0; lead < columns.size(); lead++) {
            if (!view.inCohort(lead) || columns.voided(lead) || !columns.isOut(lead)) {
                continue;
            }
            int furthest = view.furthest(lead);
            if (furthest < flow.last()) {
                exits[furthest][columns.reasons.code(lead)]++;
            }
        }
        List<List<FunnelReport.ReasonCount>> stages = new ArrayList<>();
        for (long[] counts : exits) {
            List<FunnelReport.ReasonCount> reasons = new ArrayList<>();
            for (int code = 1; code < counts.length; code++) {
                if (counts[code] > 0) {
                    reasons.add(new FunnelReport.ReasonCount(
                            Objects.requireNonNull(columns.reasons.value(code)), counts[code]));
                }
            }
            reasons.sort(Comparator.comparingLong(FunnelReport.ReasonCount::leads)
                    .reversed()
                    .thenComparing(FunnelReport.ReasonCount::reason));
            stages.add(reasons);
        }
        return new LeftReport(stages);
    }
}
