package dev.tundish.funnel;

import org.jspecify.annotations.Nullable;

/**
 * Which leads stand behind a number: the report's own question plus what was counted.
 *
 * @param count null: all leads, also those in no funnel (when there is no range)
 * @param stage with {@code LEADS, OPEN, OUT, EXPIRED, IMPLIED}: at which stage; null: at any
 * @param reason only leads that left (or were judged) for it
 */
public record LeadsQuestion(
        FunnelQuestion view,
        @Nullable Count count,
        @Nullable Integer stage,
        @Nullable String reason) {

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
        ANSWERED
    }
}
