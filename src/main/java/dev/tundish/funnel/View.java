package dev.tundish.funnel;

import org.jspecify.annotations.Nullable;

/** A {@link FunnelQuestion}'s range, window and filter over the columns: who is counted, and where. */
final class View {

    private final Columns columns;
    private final ColumnFilter filter;
    private final long[] first;
    private final long from;
    private final long to;
    private final long end;
    private final long window;
    private final boolean judged;
    private final long until;
    private final boolean cut;
    private final long asOf;

    View(Columns columns, FunnelQuestion question) {
        this.columns = columns;
        this.filter = new ColumnFilter(columns, question.filter());
        this.first = columns.reached(0);
        this.from = orElse(question.from(), Long.MIN_VALUE);
        this.to = orElse(question.to(), Long.MAX_VALUE);
        this.until = orElse(question.until(), Long.MAX_VALUE);
        this.end = Math.min(to, until);
        this.judged = question.window() != null;
        this.cut = judged || question.until() != null;
        this.window = orElse(question.window(), Long.MAX_VALUE);
        this.asOf = question.asOf();
    }

    static long orElse(@Nullable Long bound, long none) {
        return bound == null ? none : bound;
    }

    boolean matches(int lead) {
        return columns.isKnown(lead) && filter.matches(lead);
    }

    /** Whether a stage that was reached then counts. A time that never comes ({@link Journey#NEVER}) is in no range. */
    boolean inRange(long at) {
        return at >= from && at < end;
    }

    /** Whether it was in the range that was asked for: feedback is counted as it is now. */
    boolean isGiven(long at) {
        return at >= from && at < to;
    }

    /** Whether the lead is of the cohort, were it not voided. */
    boolean inCohort(int lead) {
        return inRange(first[lead]) && filter.matches(lead);
    }

    /** The furthest stage at which a lead of the cohort counts. */
    int furthest(int lead) {
        int furthest = columns.stage(lead);
        if (cut) {
            while (!counts(lead, furthest)) {
                furthest--;
            }
        }
        return furthest;
    }

    /** By difference, which cannot overflow: both are times of events. The first stage of a cohort's lead counts always. */
    private boolean counts(int lead, int stage) {
        long at = columns.reached(stage)[lead];
        return at - first[lead] <= window && at < until;
    }

    /** Whether the lead's window closed before the moment of judgement. */
    boolean isExpired(int lead) {
        long end = first[lead] + window;
        return judged && (end < first[lead] ? Long.MAX_VALUE : end) < asOf;
    }
}
