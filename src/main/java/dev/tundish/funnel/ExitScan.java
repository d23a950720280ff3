package dev.tundish.funnel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Why the leads of a cohort left at one stage. */
final class ExitScan {

    private ExitScan() {}

    /** Most leads first, then by slug; they sum to the leads that are {@code out} at the stage. */
    static List<FunnelReport.ReasonCount> reasons(Columns columns, Rules rules, FunnelQuestion view, int stage) {
        Behind behind = new Behind(columns, rules, new LeadsQuestion(view, LeadsQuestion.Count.OUT, stage, null));
        Map<String, Long> counts = new HashMap<>();
        for (int lead = 0; lead < columns.size(); lead++) {
            if (columns.isOut(lead) && behind.counts(lead)) {
                String reason = columns.reasons.get(lead);
                if (reason != null) {
                    counts.merge(reason, 1L, Long::sum);
                }
            }
        }
        List<FunnelReport.ReasonCount> reasons = new ArrayList<>();
        counts.forEach((reason, leads) -> reasons.add(new FunnelReport.ReasonCount(reason, leads)));
        reasons.sort(Comparator.comparingLong(FunnelReport.ReasonCount::leads)
                .reversed()
                .thenComparing(FunnelReport.ReasonCount::reason));
        return reasons;
    }
}
