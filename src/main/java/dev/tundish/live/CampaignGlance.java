package dev.tundish.live;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.CampaignState;
import dev.tundish.funnel.FeedbackReport;
import dev.tundish.funnel.FunnelReport;

/**
 * A campaign as the overview shows it.
 *
 * @param funnel counts of all leads since ever, without times
 * @param feedback of all verdicts, without a series
 * @param waiting leads that wait for sales: handed over, still open, not moved on since, and without a verdict
 * @param lastHour new leads in each minute that the last hour touches, oldest first
 */
@SuppressWarnings("ArrayRecordComponent")
public record CampaignGlance(
        Campaign campaign,
        CampaignState state,
        long version,
        FunnelReport funnel,
        FeedbackReport feedback,
        long waiting,
        long[] lastHour,
        Standing standing) {}
