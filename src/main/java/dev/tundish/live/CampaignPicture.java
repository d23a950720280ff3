package dev.tundish.live;

import dev.tundish.campaign.Campaign;
import dev.tundish.funnel.FeedbackReport;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.journal.Recorded;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign at one moment.
 *
 * @param completeTo everything that was committed before this moment is in it
 * @param funnel counts and times for the view's range
 * @param feedback verdicts of the same range
 * @param perMinute leads at each stage in the last 60 minutes, oldest first: {@code [minute][stage]}
 * @param newest the newest events by commit, newest first, at most 10
 * @param lastLeadAt when the newest lead came in by this log's commits, or null
 */
@SuppressWarnings("ArrayRecordComponent")
public record CampaignPicture(
        Campaign campaign,
        long version,
        Instant completeTo,
        Live.View view,
        FunnelReport funnel,
        FeedbackReport feedback,
        long[][] perMinute,
        List<Recorded> newest,
        @Nullable Instant lastLeadAt) {}
