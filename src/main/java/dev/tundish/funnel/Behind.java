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

    Behind(Columns columns, Rules rules, LeadsQuestion question) {
        this.columns = columns;
        this.question = question;
        this.view = new View(columns, question.view());
        this.cohort = question.view().mode() == FunnelQuestion.Mode.COHORT;
        this.bounded = question.view().from() != null || question.view().to() != null;
        this.handover = rules.handover();
        this.last = rules.flow().last();
        LeadsQuestion.Count count = question.count();
        if (!cohort && count != null && isOfCohorts(count)) {
            throw new IllegalArgumentException("count: there is no such number in the mode activity");
        }
    }

    private static boolean isOfCohorts(LeadsQuestion.Count count) {
        return switch (count) {
            case OPEN, OUT, EXPIRED, VOIDED -> true;
            case LEADS, IMPLIED, JUDGED, GOOD, BAD, HANDED_OVER, ANSWERED -> false;
        };
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
            case JUDGED -> isJudged(lead);
            case GOOD -> isJudged(lead) && columns.mark(lead) == Mark.GOOD;
            case BAD -> isJudged(lead) && columns.mark(lead) == Mark.BAD;
            case HANDED_OVER -> isHandedOver(lead);
            case ANSWERED -> isHandedOver(lead) && columns.verdictAt(lead) != NEVER;
            case VOIDED -> false;
        };
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
        return view.inRange(columns.verdictAt(lead));
    }

    private boolean isHandedOver(int lead) {
        return handover >= 0 && columns.stage(lead) >= handover && view.inRange(columns.reached(handover)[lead]);
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
            case OUT -> left;
            case JUDGED, GOOD, BAD -> judged;
            case LEADS, OPEN, EXPIRED, IMPLIED, VOIDED, HANDED_OVER, ANSWERED -> left || judged;
        };
    }
}
