package dev.tundish.live;

import dev.tundish.funnel.FunnelReport;
import dev.tundish.funnel.UsualGaps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is dear to know of a campaign, as it was a moment ago.
 *
 * @param fromMinute the first minute of {@code activity}
 * @param activity leads at each stage over the last hour: {@code [minute][stage]}
 * @param lastLead the minute of the newest lead of the last four weeks, or null
 * @param usual the longest usual gap at this hour, or null
 * @param sameAge the predecessor's counts when it was as old as the campaign is now, or null
 * @param example the predecessor's counts at the end of the curve that the plan follows, or null
 * @param grown counts of the campaign's leads who have had all the time that they are allowed, or null
 * @param waitingSince the minute in which the lead was handed over that has waited longest for sales, or null
 */
@SuppressWarnings("ArrayRecordComponent")
record Outlook(
        int fromMinute,
        long[][] activity,
        @Nullable Integer lastLead,
        UsualGaps.@Nullable Usual usual,
        @Nullable FunnelReport sameAge,
        @Nullable FunnelReport example,
        @Nullable FunnelReport grown,
        @Nullable Instant waitingSince) {}
