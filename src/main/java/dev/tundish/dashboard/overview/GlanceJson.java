package dev.tundish.dashboard.overview;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Definition;
import dev.tundish.dashboard.campaign.ReasonWords;
import dev.tundish.funnel.FeedbackReport;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.funnel.Health;
import dev.tundish.funnel.Money;
import dev.tundish.live.CampaignGlance;
import dev.tundish.live.Standing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A row in the shape that {@code frontend/tundish/overview-row.ts} reads. */
final class GlanceJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MINUTES = 60;
    private static final int STEP = 3;

    private final Map<String, String> names;

    /** @param all the campaigns by whose names others are called */
    GlanceJson(List<CampaignGlance> all) {
        this.names = all.stream()
                .map(CampaignGlance::campaign)
                .collect(Collectors.toMap(
                        Campaign::key, campaign -> campaign.definition().name()));
    }

    record About(
            String name,
            String state,
            @Nullable String channel,
            @Nullable String owner,
            List<String> tags,
            @Nullable Long launchedAt,
            @Nullable Long endsAt,
            List<String> labels,
            boolean handover,
            @Nullable String predecessor) {}

    /** @param lastHour new leads in steps of three minutes, oldest first */
    record Counts(
            List<Long> leads,
            List<Long> open,
            List<Long> out,
            long[] lastHour,
            @Nullable Cost cost,
            @Nullable Reason reason,
            long judged,
            @Nullable Long handedOver,
            @Nullable Long answered,
            long waiting) {}

    /** What a lead at this stage has cost. */
    record Cost(String amount, String currency, String stage) {}

    record Reason(String label, String family, double share) {}

    record Stands(
            @Nullable String word,
            @Nullable Object why,
            Standing.@Nullable Goal goal,
            @Nullable Long waitingSince) {}

    OverviewPage.Row row(CampaignGlance glance) {
        return new OverviewPage.Row(
                glance.campaign().key(),
                glance.state(),
                JSON.writeValueAsString(about(glance)),
                JSON.writeValueAsString(counts(glance)),
                JSON.writeValueAsString(stands(glance.standing())));
    }

    private About about(CampaignGlance glance) {
        Definition campaign = glance.campaign().definition();
        String predecessor = campaign.predecessor();
        return new About(
                campaign.name(),
                glance.state().code(),
                campaign.channel(),
                campaign.owner(),
                campaign.tags(),
                millis(campaign.launchedAt()),
                millis(campaign.endsAt()),
                glance.funnel().stages().stream()
                        .map(row -> row.stage().label())
                        .toList(),
                campaign.handover() != null,
                predecessor == null ? null : names.getOrDefault(predecessor, predecessor));
    }

    private static Counts counts(CampaignGlance glance) {
        List<FunnelReport.Row> stages = glance.funnel().stages();
        FeedbackReport feedback = glance.feedback();
        return new Counts(
                stages.stream().map(FunnelReport.Row::leads).toList(),
                stages.stream()
                        .map(row -> Objects.requireNonNullElse(row.open(), 0L))
                        .toList(),
                stages.stream()
                        .map(row -> Objects.requireNonNullElse(row.out(), 0L))
                        .toList(),
                steps(glance.lastHour()),
                cost(glance.campaign().definition().spend(), stages),
                reason(glance.campaign().definition(), feedback),
                feedback.judged(),
                feedback.handedOver(),
                feedback.answered(),
                glance.waiting());
    }

    private static long[] steps(long[] minutes) {
        int first = Math.max(0, minutes.length - MINUTES);
        long[] steps = new long[MINUTES / STEP];
        for (int n = first; n < minutes.length; n++) {
            steps[(n - first) / STEP] += minutes[n];
        }
        return steps;
    }

    /** Of a lead that sales accepted; where sales accepts none, of a lead that came to the end. */
    private static @Nullable Cost cost(@Nullable Money spend, List<FunnelReport.Row> stages) {
        int stage = stages.size() - 1;
        for (int k = 0; k < stages.size(); k++) {
            if (stages.get(k).stage().key().equals("accepted")) {
                stage = k;
            }
        }
        long leads = stages.get(stage).leads();
        return spend == null || leads == 0
                ? null
                : new Cost(
                        spend.amount()
                                .divide(BigDecimal.valueOf(leads), MathContext.DECIMAL32)
                                .toPlainString(),
                        spend.currency(),
                        stages.get(stage).stage().shortLabel());
    }

    private static @Nullable Reason reason(Definition campaign, FeedbackReport feedback) {
        ReasonWords words = new ReasonWords(campaign);
        return feedback.badReasons().stream()
                .findFirst()
                .map(top -> new Reason(words.label(top.reason()), words.family(top.reason()), top.share()))
                .orElse(null);
    }

    private static Stands stands(Standing standing) {
        Health health = standing.health();
        return new Stands(
                health == null ? null : health.word().name().toLowerCase(Locale.ROOT),
                health == null ? null : HealthJson.why(health),
                standing.goal(),
                millis(standing.waitingSince()));
    }

    private static @Nullable Long millis(@Nullable Instant moment) {
        return moment == null ? null : moment.toEpochMilli();
    }
}
