package dev.tundish.dashboard.campaign;

import dev.tundish.campaign.Definition;
import dev.tundish.funnel.FeedbackReport;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.funnel.LeadEvent;
import dev.tundish.funnel.Money;
import dev.tundish.journal.Recorded;
import dev.tundish.live.CampaignPicture;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A picture in the shape that {@code frontend/tundish/picture.ts} reads: no more than what is shown, and never a card. */
final class PictureJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LATE = Duration.ofMinutes(10);
    private static final int REASONS_SHOWN = 6;

    private PictureJson() {}

    /** @param allowed seconds that each lead is given to move on, when the counts keep to it */
    record Shown(
            String key,
            String name,
            String zone,
            @Nullable String channel,
            @Nullable Long launchedAt,
            String mode,
            String range,
            @Nullable Long allowed,
            long version,
            List<Stage> stages,
            List<Left> left,
            List<Value> value,
            Answers answers,
            long[][] perMinute,
            List<Event> newest,
            @Nullable Long lastLeadAt) {}

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

    record Left(String label, long leads) {}

    record Value(String currency, String amount) {}

    record Answers(
            long judged,
            long good,
            long bad,
            @Nullable Long handedOver,
            @Nullable Long answered,
            List<Reason> reasons,
            List<Reason> goodReasons,
            List<Cell> series) {}

    record Reason(String slug, String label, String family, long leads, double share) {}

    record Cell(long from, long good, long bad, Map<String, Long> reasons) {}

    record Event(
            long version,
            long at,
            String words,
            String tone,
            String lead,
            @Nullable String source,
            boolean late,
            @Nullable Value value) {}

    static String of(CampaignPicture picture, Range range) {
        Definition campaign = picture.campaign().definition();
        FunnelReport funnel = picture.funnel();
        ReasonWords reasons = new ReasonWords(campaign);
        List<FunnelReport.ReasonCount> left = funnel.reasons() == null ? List.of() : funnel.reasons();
        return JSON.writeValueAsString(new Shown(
                picture.campaign().key(),
                campaign.name(),
                zone(campaign.zone()),
                campaign.channel(),
                millis(campaign.launchedAt()),
                funnel.mode().name().toLowerCase(Locale.ROOT),
                range.code(),
                funnel.mode() == FunnelQuestion.Mode.COHORT ? campaign.window().toSeconds() : null,
                picture.version(),
                funnel.stages().stream().map(PictureJson::stage).toList(),
                left.stream()
                        .limit(REASONS_SHOWN)
                        .map(one -> new Left(reasons.label(one.reason()), one.leads()))
                        .toList(),
                funnel.value().stream().map(PictureJson::value).toList(),
                answers(picture.feedback(), reasons),
                picture.perMinute(),
                events(campaign, picture.newest()),
                millis(picture.lastLeadAt())));
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
                report.good(),
                report.bad(),
                report.handedOver(),
                report.answered(),
                reasons(report.badReasons(), words),
                reasons(report.goodReasons(), words),
                report.series().stream()
                        .map(cell -> new Cell(cell.from() / 1000, cell.good(), cell.bad(), cell.badReasons()))
                        .toList());
    }

    private static List<Reason> reasons(List<FeedbackReport.Reason> reasons, ReasonWords words) {
        return reasons.stream()
                .map(one -> new Reason(
                        one.reason(), words.label(one.reason()), words.family(one.reason()), one.leads(), one.share()))
                .toList();
    }

    private static List<Event> events(Definition campaign, List<Recorded> newest) {
        EventWords words = new EventWords(campaign);
        return newest.stream()
                .map(recorded -> {
                    LeadEvent event = recorded.event();
                    long at = event.at() / 1000;
                    return new Event(
                            recorded.version(),
                            at,
                            words.words(event.what()),
                            words.tone(event.what()).name().toLowerCase(Locale.ROOT),
                            recorded.lead(),
                            event.attributes().get("source"),
                            recorded.receivedAt().toEpochMilli() - at > LATE.toMillis(),
                            event.value() == null ? null : value(event.value()));
                })
                .toList();
    }

    private static Value value(Money money) {
        return new Value(money.currency(), money.amount().toPlainString());
    }

    private static @Nullable Long millis(@Nullable Instant moment) {
        return moment == null ? null : moment.toEpochMilli();
    }
}
