package dev.tundish.dashboard.campaign;

import dev.tundish.campaign.Definition;
import dev.tundish.funnel.FeedbackReport;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.funnel.Money;
import dev.tundish.live.CampaignPicture;
import dev.tundish.live.Range;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A picture in the shape that {@code frontend/tundish/picture.ts} reads: no more than what is shown, and never a card. */
final class PictureJson {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int REASONS_SHOWN = 6;
    /** Minutes in which what happens is news: the present one, and ten before it. */
    private static final int RECENT = 11;

    private PictureJson() {}

    /**
     * @param allowed seconds that each lead is given to move on, when the counts keep to it
     * @param timed false while the times are still on their way
     * @param exact false while the counts know no time allowed and no filter yet
     */
    record Shown(
            String key,
            String name,
            String zone,
            @Nullable String channel,
            @Nullable Long launchedAt,
            String mode,
            String range,
            @Nullable Long from,
            @Nullable Long to,
            String query,
            @Nullable Long allowed,
            long usuallyAllowed,
            List<Wanted> filter,
            boolean exact,
            boolean timed,
            long version,
            List<Stage> stages,
            List<Left> left,
            List<Value> value,
            Answers answers,
            List<NewestJson.Event> newest,
            long[][] recent,
            long recentFrom,
            @Nullable Long lastLeadAt,
            AgainstJson.@Nullable Shown against) {}

    record Wanted(String key, String value) {}

    record Stage(
            String key,
            String label,

            @com.fasterxml.jackson.annotation.JsonProperty("short")
            String shortLabel,

            long leads,
            @Nullable Double ofPrevious,
            @Nullable Double ofFirst,
            @Nullable Long open,
            @Nullable Long out,
            @Nullable Long expired,
            @Nullable Double median,
            @Nullable Double ninety) {}

    record Left(String slug, String label, long leads) {}

    record Value(String currency, String amount) {}

    record Answers(
            long judged,
            long stated,
            long implied,
            long good,
            long bad,
            @Nullable Long handedOver,
            @Nullable Long answered,
            List<Reason> reasons,
            List<Reason> goodReasons) {}

    record Reason(String slug, String label, String family, long leads, double share) {}

    /**
     * @param yardstick what the numbers stand beside, or null
     * @param names whether the reader may see who the leads are
     */
    static String of(CampaignPicture picture, Sight sight, @Nullable Yardstick yardstick, boolean names) {
        Definition campaign = picture.campaign().definition();
        FunnelReport funnel = picture.funnel();
        ReasonWords reasons = new ReasonWords(campaign);
        List<FunnelReport.ReasonCount> left = funnel.reasons() == null ? List.of() : funnel.reasons();
        Range.Bounds bounds = sight.range().at(picture.completeTo(), campaign.zone());
        return JSON.writeValueAsString(new Shown(
                picture.campaign().key(),
                campaign.name(),
                zone(campaign.zone()),
                campaign.channel(),
                millis(campaign.launchedAt()),
                funnel.mode().name().toLowerCase(Locale.ROOT),
                Ranges.name(sight.range()),
                sight.range() instanceof Range.Between ? millis(bounds.from()) : null,
                sight.range() instanceof Range.Between ? millis(bounds.to()) : null,
                sight.query(),
                allowed(campaign, sight),
                campaign.window().toSeconds(),
                wanted(sight),
                picture.exact(),
                timed(funnel),
                picture.version(),
                funnel.stages().stream().map(PictureJson::stage).toList(),
                left.stream()
                        .limit(REASONS_SHOWN)
                        .map(one -> new Left(one.reason(), reasons.label(one.reason()), one.leads()))
                        .toList(),
                funnel.value().stream().map(PictureJson::value).toList(),
                answers(picture.feedback(), reasons),
                NewestJson.of(picture, names),
                recent(picture),
                picture.completeTo().getEpochSecond() / 60 + 1 - RECENT,
                millis(picture.lastLeadAt()),
                yardstick == null ? null : AgainstJson.of(yardstick, funnel)));
    }

    /** Whoever came further than the first stage took some time for it. */
    private static boolean timed(FunnelReport funnel) {
        FunnelReport.Row second = funnel.stages().get(1);
        return second.leads() == 0 || second.fromFirst() != null;
    }

    /** What happened in the last minutes: the rest moves no dots. */
    private static long[][] recent(CampaignPicture picture) {
        long[][] minutes = picture.perMinute();
        return Arrays.copyOfRange(minutes, Math.max(0, minutes.length - RECENT), minutes.length);
    }

    private static List<Wanted> wanted(Sight sight) {
        return sight.filter().wanted().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(one -> one.getValue().stream().sorted().map(value -> new Wanted(one.getKey(), value)))
                .toList();
    }

    private static @Nullable Long allowed(Definition campaign, Sight sight) {
        Duration allowed = sight.allowed().in(campaign.window());
        return sight.mode() == FunnelQuestion.Mode.COHORT && allowed != null ? allowed.toSeconds() : null;
    }

    /** A zone as people and browsers know it: Java calls one of them Z. */
    static String zone(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    private static Stage stage(FunnelReport.Row row) {
        FunnelReport.Spread spread = row.fromPrevious();
        return new Stage(
                row.stage().key(),
                row.stage().label(),
                row.stage().shortLabel(),
                row.leads(),
                row.ofPrevious(),
                row.ofFirst(),
                row.open(),
                row.out(),
                row.expired(),
                spread == null ? null : spread.p50(),
                spread == null ? null : spread.p90());
    }

    private static Answers answers(FeedbackReport report, ReasonWords words) {
        return new Answers(
                report.judged(),
                report.stated(),
                report.implied(),
                report.good(),
                report.bad(),
                report.handedOver(),
                report.answered(),
                reasons(report.badReasons(), words),
                reasons(report.goodReasons(), words));
    }

    private static List<Reason> reasons(List<FeedbackReport.Reason> reasons, ReasonWords words) {
        return reasons.stream()
                .map(one -> new Reason(
                        one.reason(), words.label(one.reason()), words.family(one.reason()), one.leads(), one.share()))
                .toList();
    }

    static Value value(Money money) {
        return new Value(money.currency(), money.amount().toPlainString());
    }

    static @Nullable Long millis(@Nullable Instant moment) {
        return moment == null ? null : moment.toEpochMilli();
    }
}
