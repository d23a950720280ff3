package dev.tundish.funnel;

import static dev.tundish.funnel.Journey.NEVER;

import org.jspecify.annotations.Nullable;

/** Whether a lead stands behind a report's number: by the report's own rules. */
final class Behind {

    private final Columns columns;
    private final View view;
    private final LeadsQuestion question;
    private final boolean cohort;
    private final boolean bounded;
    private final int handover;
    private final int last;
    private final int stage;
    private final long tookFrom;
    private final long tookTo;

    Behind(Columns columns, Rules rules, LeadsQuestion question) {
        this.columns = columns;
        this.question = question;
        this.view = new View(columns, question.view());
        this.cohort = question.view().mode() == FunnelQuestion.Mode.COHORT;
        this.bounded = question.view().from() != null
                || question.view().to() != null
                || question.view().until() != null;
        this.handover = rules.handover();
        this.last = rules.flow().last();
        this.stage = question.stage() == null ? -1 : question.stage();
        if (stage > last) {
            throw new IllegalArgumentException("at: there is no such stage");
        }
        this.tookFrom = question.tookFrom() == null ? 0 : micros(question.tookFrom());
        this.tookTo = question.tookTo() == null ? Long.MAX_VALUE : micros(question.tookTo());
    }

    private static long micros(double seconds) {
        return Math.round(seconds * 1e6);
    }

    boolean counts(int lead) {
        return view.matches(lead) && isCounted(lead, question.count()) && hasReason(lead, question.count());
    }

    private boolean isCounted(int lead, LeadsQuestion.@Nullable Count count) {
        if (count == null) {
            return !bounded || view.inRange(first(lead));
        }
        if (count == LeadsQuestion.Count.VOIDED) {
            return columns.voided(lead) && view.inRange(first(lead));
        }
        if (columns.voided(lead) || columns.stage(lead) < 0) {
            return false;
        }
        return switch (count) {
            case LEADS, IMPLIED -> isAtStage(lead, count == LeadsQuestion.Count.IMPLIED);
            case OPEN, OUT, EXPIRED -> view.inRange(first(lead)) && count == whereabouts(lead);
            case LOST ->
                view.inRange(first(lead))
                        && (whereabouts(lead) == LeadsQuestion.Count.OUT
                                || whereabouts(lead) == LeadsQuestion.Count.EXPIRED);
            case UNDECIDED -> view.inRange(first(lead)) && whereabouts(lead) == LeadsQuestion.Count.OPEN;
            case JUDGED -> isJudged(lead);
            case GOOD -> isJudged(lead) && columns.mark(lead) == Mark.GOOD;
            case BAD -> isJudged(lead) && columns.mark(lead) == Mark.BAD;
            case HANDED_OVER -> isHandedOver(lead);
            case ANSWERED -> isHandedOver(lead) && columns.verdictAt(lead) != NEVER;
            case MOVED -> stage < last && isAtLeast(lead, stage + 1);
            case TOOK -> stage > 0 && isAtLeast(lead, stage) && isAsLong(columns.took(lead, stage));
            case AFTER, EARLIER, LATE -> count == bridge(lead);
            case VOIDED -> false;
        };
    }

    private boolean isAtLeast(int lead, int k) {
        return view.inRange(first(lead)) && view.furthest(lead) >= k;
    }

    private boolean isAsLong(long took) {
        return took >= tookFrom && took < tookTo;
    }

    /** Under which number of the bridge the lead is counted at the stage that is asked about. */
    private LeadsQuestion.@Nullable Count bridge(int lead) {
        boolean happened = view.inRange(columns.reached(stage)[lead]);
        boolean camein = view.inRange(first(lead));
        boolean counted = camein && view.furthest(lead) >= stage;
        if (counted) {
            return happened ? null : LeadsQuestion.Count.AFTER;
        }
        return !happened ? null : camein ? LeadsQuestion.Count.LATE : LeadsQuestion.Count.EARLIER;
    }

    private long first(int lead) {
        return columns.reached(0)[lead];
    }

    private boolean isAtStage(int lead, boolean implied) {
        if (cohort && !view.inRange(first(lead))) {
            return false;
        }
        int furthest = cohort ? view.furthest(lead) : columns.stage(lead);
        for (int k = 0; k <= furthest; k++) {
            if ((question.stage() == null || question.stage() == k)
                    && (cohort || view.inRange(columns.reached(k)[lead]))
                    && (!implied || columns.isImplied(lead, k))) {
                return true;
            }
        }
        return false;
    }

    /** Under which number the lead is counted at its furthest stage, if at the stage that is asked about. */
    private LeadsQuestion.@Nullable Count whereabouts(int lead) {
        int furthest = view.furthest(lead);
        if (furthest == last || question.stage() != null && question.stage() != furthest) {
            return null;
        }
        if (columns.isOut(lead)) {
            return LeadsQuestion.Count.OUT;
        }
        return view.isExpired(lead) ? LeadsQuestion.Count.EXPIRED : LeadsQuestion.Count.OPEN;
    }

    private boolean isJudged(int lead) {
        return view.isGiven(columns.verdictAt(lead));
    }

    private boolean isHandedOver(int lead) {
        return handover >= 0 && columns.stage(lead) >= handover && view.isGiven(columns.reached(handover)[lead]);
    }

    private boolean hasReason(int lead, LeadsQuestion.@Nullable Count count) {
        String reason = question.reason();
        if (reason == null) {
            return true;
        }
        boolean left = reason.equals(columns.reasons.get(lead));
        boolean judged = columns.verdictReasons(lead).contains(reason);
        if (count == null) {
            return left || judged;
        }
        return switch (count) {
            case OUT, LOST -> left;
            case JUDGED, GOOD, BAD -> judged;
            case LEADS,
                    OPEN,
                    EXPIRED,
                    IMPLIED,
                    VOIDED,
                    HANDED_OVER,
                    ANSWERED,
                    MOVED,
                    UNDECIDED,
                    TOOK,
                    AFTER,
                    EARLIER,
                    LATE -> left || judged;
        };
    }
}
