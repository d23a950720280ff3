package dev.tundish.dashboard.overview;

import dev.tundish.campaign.Definition;
import dev.tundish.dashboard.campaign.ReasonWords;
import dev.tundish.funnel.FeedbackReport;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.live.CampaignGlance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The overview in the shape that {@code frontend/tundish/overview.ts} reads. */
final class GlanceJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private GlanceJson() {}

    record Row(
            String key,
            String name,
            @Nullable String channel,
            @Nullable Long launchedAt,
            List<Stage> stages,
            long[] lastHour,
            @Nullable Long lastLeadAt,
            @Nullable Goal goal,
            @Nullable Reason reason,
            long judged,
            @Nullable Long handedOver,
            @Nullable Long answered) {}

    record Stage(
            String label,
            long leads,
            @Nullable Long open,
            @Nullable Long out,
            @Nullable Long expired) {}

    /** @param endsAt when the goal is to be reached, if that is known */
    record Goal(
            String label,
            long reached,
            long wanted,
            @Nullable Long endsAt) {}

    record Reason(String label, String family, double share) {}

    static String of(List<CampaignGlance> glances) {
        return JSON.writeValueAsString(glances.stream().map(GlanceJson::row).toList());
    }

    private static Row row(CampaignGlance glance) {
        Definition campaign = glance.campaign().definition();
        FeedbackReport feedback = glance.feedback();
        return new Row(
                glance.campaign().key(),
                campaign.name(),
                campaign.channel(),
                millis(campaign.launchedAt()),
                glance.funnel().stages().stream()
                        .map(row -> new Stage(row.stage().label(), row.leads(), row.open(), row.out(), row.expired()))
                        .toList(),
                glance.lastHour(),
                millis(glance.lastLeadAt()),
                goal(campaign, glance.funnel()),
                reason(campaign, feedback),
                feedback.judged(),
                feedback.handedOver(),
                feedback.answered());
    }

    /** The goal that lies deepest in the funnel: what the campaign is for. */
    private static @Nullable Goal goal(Definition campaign, FunnelReport funnel) {
        for (int k = funnel.stages().size() - 1; k >= 0; k--) {
            FunnelReport.Row row = funnel.stages().get(k);
            Long wanted = campaign.targets().get(row.stage().key());
            if (wanted != null && wanted > 0) {
                return new Goal(row.stage().label(), row.leads(), wanted, millis(campaign.endsAt()));
            }
        }
        return null;
    }

    private static @Nullable Reason reason(Definition campaign, FeedbackReport feedback) {
        ReasonWords words = new ReasonWords(campaign);
        return feedback.badReasons().stream()
                .findFirst()
                .map(top -> new Reason(words.label(top.reason()), words.family(top.reason()), top.share()))
                .orElse(null);
    }

    private static @Nullable Long millis(@Nullable Instant moment) {
        return moment == null ? null : moment.toEpochMilli();
    }
}
