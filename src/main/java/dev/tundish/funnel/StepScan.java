package dev.tundish.funnel;

/** Where a lead of a cohort is at a step: it did not come to it, moved on, was lost there, or may still move. */
final class StepScan {

    static final byte NOT_THERE = -1;
    static final byte MOVED = 0;
    static final byte LOST = 1;
    static final byte UNDECIDED = 2;
    static final int FATES = 3;

    private final Columns columns;
    private final View view;
    private final int step;

    StepScan(Columns columns, View view, int step) {
        this.columns = columns;
        this.view = view;
        this.step = step;
    }

    /** @throws IllegalArgumentException when there is no next stage to move to */
    static void check(Flow flow, int step) {
        if (step < 0 || step >= flow.last()) {
            throw new IllegalArgumentException("stage: a step begins at a stage before the last one");
        }
    }

    byte fate(int lead) {
        if (!view.inCohort(lead) || columns.voided(lead)) {
            return NOT_THERE;
        }
        int furthest = view.furthest(lead);
        if (furthest < step) {
            return NOT_THERE;
        }
        if (furthest > step) {
            return MOVED;
        }
        return columns.isOut(lead) || view.isExpired(lead) ? LOST : UNDECIDED;
    }
}
