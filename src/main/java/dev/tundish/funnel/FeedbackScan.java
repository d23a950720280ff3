package dev.tundish.funnel;

import static dev.tundish.funnel.Journey.NEVER;

import java.util.HashSet;

/** The feedback report by a scan over the columns. */
final class FeedbackScan {

    private FeedbackScan() {}

    static FeedbackReport report(Columns columns, Rules rules, FeedbackQuestion question) {
        FeedbackSums sums = new FeedbackSums(rules, question.bucket());
        ColumnFilter filter = new ColumnFilter(columns, question.filter());
        long from = View.orElse(question.from(), Long.MIN_VALUE);
        long to = View.orElse(question.to(), Long.MAX_VALUE);
        for (int lead = 0; lead < columns.size(); lead++) {
            if (!columns.isKnown(lead) || columns.voided(lead) || !filter.matches(lead)) {
                continue;
            }
            long said = columns.verdictAt(lead);
            boolean judged = said >= from && said < to;
            int stage = columns.stage(lead);
            if (stage < 0) {
                sums.unmatched += judged ? 1 : 0;
                continue;
            }
            if (judged) {
                verdict(columns, lead, said, sums);
            }
            if (rules.handover() >= 0 && stage >= rules.handover()) {
                long handed = columns.reached(rules.handover())[lead];
                if (handed >= from && handed < to) {
                    sums.handedOver(said != NEVER, 1);
                }
            }
        }
        return sums.report();
    }

    private static void verdict(Columns columns, int lead, long said, FeedbackSums sums) {
        Mark mark = columns.mark(lead);
        sums.verdict(said, columns.source(lead), mark, 1);
        for (String reason : new HashSet<>(columns.verdictReasons(lead))) {
            sums.reason(said, mark, reason, 1);
        }
    }
}
