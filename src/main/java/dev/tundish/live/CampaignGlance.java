package dev.tundish.live;

import dev.tundish.campaign.Campaign;
import dev.tundish.funnel.FeedbackReport;
import dev.tundish.funnel.FunnelReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as the overview shows it.
 *
 * @param funnel counts of all leads since ever, without times
 * @param feedback of all verdicts, without a series
 * @param lastLeadAt the minute of the newest lead of the last hour, or null
 * @param lastHour new leads in each minute that the last hour touches, oldest first
 */
@SuppressWarnings("ArrayRecordComponent")
public record CampaignGlance(
        Campaign campaign,
        long version,
        Instant completeTo,
        FunnelReport funnel,
        FeedbackReport feedback,
        long[] lastHour,
        @Nullable Instant lastLeadAt) {

    /** The same glance, known to be complete to a later moment. */
    CampaignGlance completeTo(Instant later) {
        return new CampaignGlance(campaign, version, later, funnel, feedback, lastHour, lastLeadAt);
    }
}
