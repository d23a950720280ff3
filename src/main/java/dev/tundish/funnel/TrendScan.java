package dev.tundish.funnel;

/** The trend by a scan over the columns. */
final class TrendScan {

    private TrendScan() {}

    static TrendReport report(Columns columns, Flow flow, TrendQuestion question) {
        TrendSums sums = new TrendSums(flow, question.bucket());
        View view = new View(columns, question.view());
        switch (question.view().mode()) {
            case COHORT -> cohort(columns, view, sums);
            case ACTIVITY -> activity(columns, view, sums);
        }
        return sums.report();
    }

    private static void cohort(Columns columns, View view, TrendSums sums) {
        long[] first = columns.reached(0);
        for (int lead = 0; lead < columns.size(); lead++) {
            if (view.inCohort(lead) && !columns.voided(lead)) {
                sums.addUpTo(first[lead], view.furthest(lead), 1);
            }
        }
    }

    private static void activity(Columns columns, View view, TrendSums sums) {
        for (int lead = 0; lead < columns.size(); lead++) {
            int stage = columns.stage(lead);
            if (stage < 0 || columns.voided(lead) || !view.matches(lead)) {
                continue;
            }
            for (int k = 0; k <= stage; k++) {
                long at = columns.reached(k)[lead];
                if (view.inRange(at)) {
                    sums.add(at, k, 1);
                }
            }
        }
    }
}
