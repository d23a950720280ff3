package dev.tundish.funnel;

import org.jspecify.annotations.Nullable;

/**
 * Which leads stand behind a number: the report's own question plus what was counted.
 *
 * @param count null: all leads, also those in no funnel (when there is no range)
 * @param stage at which stage; null: at any, where that has a meaning
 * @param reason only leads that left (or were judged) for it
 * @param tookFrom with {@code TOOK}: seconds from the previous stage, at least; null: no bound
 * @param tookTo with {@code TOOK}: seconds from the previous stage, less than; null: no bound
 */
public record LeadsQuestion(
        FunnelQuestion view,
        @Nullable Count count,
        @Nullable Integer stage,
        @Nullable String reason,
        @Nullable Double tookFrom,
        @Nullable Double tookTo,
        Sort sort) {

    /** The numbers of the reports. */
    public enum Count {
        LEADS,
        OPEN,
        OUT,
        EXPIRED,
        IMPLIED,
        VOIDED,
        JUDGED,
        GOOD,
        BAD,
        HANDED_OVER,
        ANSWERED,
        /** Of a step: counted at the stage and at the next one. */
        MOVED,
        /** Of a step: out or expired at the stage. */
        LOST,
        /** Of a step: open at the stage. */
        UNDECIDED,
        /** Of the times: counted at the stage, and seen there and at the one before, in this order. */
        TOOK,
        /** Of the bridge, as in {@link BridgeReport.Row}, whatever the mode. */
        AFTER,
        EARLIER,
        LATE;

        /** Whether it is a number of cohorts alone. */
        public boolean isOfCohorts() {
            return switch (this) {
                case OPEN, OUT, EXPIRED, VOIDED, MOVED, LOST, UNDECIDED, TOOK -> true;
                case LEADS, IMPLIED, JUDGED, GOOD, BAD, HANDED_OVER, ANSWERED, AFTER, EARLIER, LATE -> false;
            };
        }

        /** Whether it is a number of one stage. */
        public boolean needsStage() {
            return switch (this) {
                case MOVED, TOOK, AFTER, EARLIER, LATE -> true;
                case LEADS,
                        OPEN,
                        OUT,
                        EXPIRED,
                        IMPLIED,
                        VOIDED,
                        JUDGED,
                        GOOD,
                        BAD,
                        HANDED_OVER,
                        ANSWERED,
                        LOST,
                        UNDECIDED -> false;
            };
        }
    }

    /** The order of leads. Those without what it goes by stand last whichever way; equal ones by number. */
    public record Sort(By by, boolean descending) {

        /** Newest {@code reached(0)} first. */
        public static final Sort NEWEST = new Sort(By.FIRST, true);
    }

    /** What leads are ordered by. */
    public enum By {
        /** When they came in. */
        FIRST,
        /** When they came to the furthest stage they are at. */
        REACHED,
        /** The furthest stage they are at. */
        STAGE,
        /** The amount of their conversion, whatever its currency, to 15 digits. */
        VALUE,
        /** When their verdict was given. */
        VERDICT_AT
    }

    /** @throws IllegalArgumentException when the number does not exist in the mode, or is one of a stage and none is named */
    public LeadsQuestion {
        if (count != null && count.isOfCohorts() && view.mode() == FunnelQuestion.Mode.ACTIVITY) {
            throw new IllegalArgumentException("count: there is no such number in the mode activity");
        }
        if (count != null && count.needsStage() && stage == null) {
            throw new IllegalArgumentException("at: the number is one of a stage, name it");
        }
        if (count != Count.TOOK && (tookFrom != null || tookTo != null)) {
            throw new IllegalArgumentException("tookFrom: goes with the count of the leads of a step's times");
        }
    }

    /** The leads of any number but those of the times, newest first. */
    public LeadsQuestion(FunnelQuestion view, @Nullable Count count, @Nullable Integer stage, @Nullable String reason) {
        this(view, count, stage, reason, null, null, Sort.NEWEST);
    }

    /** The leads behind a bar of the times. */
    public static LeadsQuestion took(TimesQuestion times, TimesReport.Bar bar) {
        return new LeadsQuestion(
                times.view(), Count.TOOK, times.step(), null, bar.fromSeconds(), bar.toSeconds(), Sort.NEWEST);
    }

    /** The same leads in another order. */
    public LeadsQuestion sorted(Sort by) {
        return new LeadsQuestion(view, count, stage, reason, tookFrom, tookTo, by);
    }
}
