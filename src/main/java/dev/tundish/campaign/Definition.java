package dev.tundish.campaign;

import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Money;
import dev.tundish.funnel.Rules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign is (contract, 5), with every default filled in.
 *
 * @param template the name of the template that the flow came from, or null
 * @param targets stage key to how many leads are hoped for
 * @param predecessor the key of the campaign that this one follows
 * @param handover the key of the stage at which sales takes over, or null: self-serve
 * @param window the time allowed that the pages use
 * @param owner whose campaign it is: a user's name or anybody's, or null
 * @param tags what it is filtered by, each once
 * @param archived whether it is put away: kept and counted, and shown on demand
 * @param promise what marketing promises sales of the leads, in lines of text, or null
 * @param spend the money spent so far, or null
 */
public record Definition(
        String name,
        @Nullable String template,
        Flow flow,
        ZoneId zone,
        @Nullable String channel,
        @Nullable Instant launchedAt,
        @Nullable Instant endsAt,
        @Nullable Money budget,
        Map<String, Long> targets,
        @Nullable String predecessor,
        @Nullable String handover,
        Duration window,
        List<OwnReason> reasons,
        @Nullable String owner,
        List<String> tags,
        boolean archived,
        @Nullable String promise,
        @Nullable Money spend) {

    /** A reason that the campaign declares. */
    public record OwnReason(String key, String label, boolean quality) {}

    /** @throws IllegalArgumentException when the hand-over or a target is not of the flow, or a reason stands twice */
    public Definition {
        targets = Map.copyOf(targets);
        reasons = List.copyOf(reasons);
        tags = List.copyOf(tags);
        if (handover != null && flow.indexOf(handover) < 0) {
            throw new IllegalArgumentException("the hand-over is one of the stages of the flow");
        }
        if (targets.keySet().stream().anyMatch(stage -> flow.indexOf(stage) < 0)) {
            throw new IllegalArgumentException("a target is set for a stage of the flow");
        }
        if (reasons.stream().map(OwnReason::key).distinct().count() < reasons.size()) {
            throw new IllegalArgumentException("a reason's key stands once");
        }
    }

    /** One that has nothing of what only people read. */
    public Definition(
            String name,
            @Nullable String template,
            Flow flow,
            ZoneId zone,
            @Nullable String channel,
            @Nullable Instant launchedAt,
            @Nullable Instant endsAt,
            @Nullable Money budget,
            Map<String, Long> targets,
            @Nullable String predecessor,
            @Nullable String handover,
            Duration window,
            List<OwnReason> reasons) {
        this(
                name,
                template,
                flow,
                zone,
                channel,
                launchedAt,
                endsAt,
                budget,
                targets,
                predecessor,
                handover,
                window,
                reasons,
                null,
                List.of(),
                false,
                null,
                null);
    }

    /** Where the campaign is in its life at a moment. */
    public CampaignState state(Instant now) {
        if (archived) {
            return CampaignState.ARCHIVED;
        }
        if (endsAt != null && !endsAt.isAfter(now)) {
            return CampaignState.ENDED;
        }
        return launchedAt != null && launchedAt.isAfter(now) ? CampaignState.PLANNED : CampaignState.LIVE;
    }

    /** What the fold goes by. */
    public Rules rules() {
        Map<String, Boolean> own = new LinkedHashMap<>();
        reasons.forEach(r -> own.put(r.key(), r.quality()));
        return new Rules(flow, handover == null ? -1 : flow.indexOf(handover), own);
    }

    /** Whether both have the same flow, reasons and hand-over: then a change from one to the other needs no rebuild. */
    public boolean countsLike(Definition other) {
        return flow.equals(other.flow) && reasons.equals(other.reasons) && Objects.equals(handover, other.handover);
    }
}
