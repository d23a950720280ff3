package dev.tundish.dashboard.campaigns;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Definition;
import dev.tundish.report.Tallied;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The list of campaigns in the shape that {@code frontend/tundish/campaigns.ts} reads. */
final class RollJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RollJson() {}

    /** @param leads at the first stage, or null: not known yet */
    record Row(
            String key,
            String name,
            String state,
            @Nullable String channel,
            @Nullable String owner,
            List<String> tags,
            String zone,
            @Nullable Long launchedAt,
            @Nullable Long endsAt,
            @Nullable Long leads,
            String first) {}

    /** Newest launch first, as people look for what they made last; what has no launch comes by its making. */
    static String of(List<Campaign> campaigns, Map<Integer, Tallied> counts, Instant now) {
        return JSON.writeValueAsString(campaigns.stream()
                .sorted(Comparator.comparing(RollJson::begun).reversed().thenComparing(Campaign::key))
                .map(campaign -> row(campaign, counts.get(campaign.id()), now))
                .toList());
    }

    private static Instant begun(Campaign campaign) {
        Instant launched = campaign.definition().launchedAt();
        return launched == null ? campaign.createdAt() : launched;
    }

    private static Row row(Campaign campaign, @Nullable Tallied counts, Instant now) {
        Definition is = campaign.definition();
        return new Row(
                campaign.key(),
                is.name(),
                is.state(now).code(),
                is.channel(),
                is.owner(),
                is.tags(),
                is.zone().getId(),
                millis(is.launchedAt()),
                millis(is.endsAt()),
                counts == null ? null : counts.funnel().stages().getFirst().leads(),
                is.flow().stages().getFirst().label());
    }

    private static @Nullable Long millis(@Nullable Instant moment) {
        return moment == null ? null : moment.toEpochMilli();
    }
}
