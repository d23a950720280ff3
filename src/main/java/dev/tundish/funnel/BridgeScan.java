package dev.tundish.funnel;

import java.util.ArrayList;
import java.util.List;

/** The bridge between the leads who came in and what happened, by a scan over the columns. */
final class BridgeScan {

    private BridgeScan() {}

    static BridgeReport report(Columns columns, Flow flow, FunnelQuestion question) {
        View view = new View(columns, question);
        int stages = flow.size();
        long[] cohort = new long[stages];
        long[] activity = new long[stages];
        long[] after = new long[stages];
        long[] earlier = new long[stages];
        long[] late = new long[stages];
        for (int lead = 0; lead < columns.size(); lead++) {
            int stage = columns.stage(lead);
            if (stage < 0 || columns.voided(lead) || !view.matches(lead)) {
                continue;
            }
            boolean camein = view.inRange(columns.reached(0)[lead]);
            int furthest = camein ? view.furthest(lead) : -1;
            for (int k = 0; k <= stage; k++) {
                boolean happened = view.inRange(columns.reached(k)[lead]);
                boolean counted = k <= furthest;
                cohort[k] += counted ? 1 : 0;
                activity[k] += happened ? 1 : 0;
                after[k] += counted && !happened ? 1 : 0;
                earlier[k] += happened && !camein ? 1 : 0;
                late[k] += happened && camein && !counted ? 1 : 0;
            }
        }
        List<BridgeReport.Row> rows = new ArrayList<>();
        for (int k = 0; k < stages; k++) {
            rows.add(new BridgeReport.Row(cohort[k], after[k], earlier[k], late[k], activity[k]));
        }
        return new BridgeReport(rows);
    }
}
