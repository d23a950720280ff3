package dev.tundish.funnel;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How long no lead has come in, beside how long is usual.
 *
 * @param since the minute of the last lead, or null: before the days that are looked at
 * @param minutes how long, in minutes as they are measured
 * @param usual the longest usual gap, or null when there is no telling
 */
public record Silence(@Nullable Integer since, long minutes, UsualGaps.@Nullable Usual usual) {

    /** The silence up to a minute, of a campaign that has had leads. */
    public static Silence at(int now, @Nullable Integer lastLead, UsualGaps.@Nullable Usual usual, ZoneId zone) {
        if (lastLead == null) {
            return new Silence(null, UsualGaps.DAYS * 24L * 60, usual);
        }
        boolean working = usual != null && usual.working();
        return new Silence(lastLead, Math.max(0, UsualGaps.length(lastLead, now, working, zone)), usual);
    }

    /** Whether it is longer than 99 of 100 gaps. After four weeks without a lead nothing is usual any more. */
    public boolean isUnusual() {
        return since == null || usual != null && minutes > usual.minutes();
    }
}
