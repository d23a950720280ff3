package dev.tundish.live;

import dev.tundish.campaign.Campaign;
import dev.tundish.funnel.FeedbackReport;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.journal.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A campaign at one moment. A later moment at which nothing had changed gives a new picture with the same parts.
 *
 * @param completeTo everything that was committed before this moment is in it
 * @param funnel counts and times for the view's range
 * @param feedback verdicts of the same range
 * @param perMinute leads at each stage in each minute that the last hour touches, oldest first: {@code [minute][stage]}
 * @param exact false while the cube is still being loaded: then the counts are those of the tallies, which know no time
 *     allowed and no filter
 * @param newest the newest events by commit, newest first, at most 10
 * @param numbers the numbers of the leads that the newest events are of
 * @param lastLeadAt when the newest lead of the last hour came in (to the minute when it is not among the newest events),
 *     or null
 */
@SuppressWarnings("ArrayRecordComponent")
public record CampaignPicture(
        Campaign campaign,
        long version,
        Instant completeTo,
        Live.View view,
        boolean exact,
        FunnelReport funnel,
        FeedbackReport feedback,
        long[][] perMinute,
        List<Recorded> newest,
        Map<String, Integer> numbers,
        @Nullable Instant lastLeadAt) {

    /** The same picture, known to be complete to a later moment. */
    CampaignPicture completeTo(Instant later) {
        return new CampaignPicture(
                campaign, version, later, view, exact, funnel, feedback, perMinute, newest, numbers, lastLeadAt);
    }
}
