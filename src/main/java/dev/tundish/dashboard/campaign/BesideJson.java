package dev.tundish.dashboard.campaign;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.CampaignChange;
import dev.tundish.campaign.Definition;
import dev.tundish.funnel.BridgeReport;
import dev.tundish.funnel.Bucket;
import dev.tundish.funnel.FeedbackReport;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.funnel.LeftReport;
import dev.tundish.funnel.TrendReport;
import dev.tundish.live.Range;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What follows the picture at a slower pace, in the shape that {@code frontend/tundish/picture.ts} reads. */
final class BesideJson {

    private static final int REASONS_SHOWN = 3;

    private BesideJson() {}

    /** All of it, at one moment. */
    record Parts(
            Campaign campaign,
            Instant now,
            Bucket bucket,
            TrendReport trend,
            LeftReport left,
            BridgeReport bridge,
            FeedbackReport feedback,
            List<CampaignChange> changes) {}

    record Shown(
            String key,
            String query,
            List<Cell> trend,
            String bucket,
            long width,
            long from,
            long to,
            List<List<PictureJson.Left>> left,
            List<BridgeReport.Row> bridge,
            List<Said> answers,
            List<Change> changes,
            @Nullable Promise promise) {}

    record Cell(long from, List<Long> leads) {}

    /** What was said in a bucket. */
    record Said(long from, long good, long bad, Map<String, Long> reasons) {}

    /** @param before the promise as it stood before, when it is that which changed */
    record Change(
            String id,
            long at,
            String by,
            String what,
            String kind,
            @Nullable String before) {}

    /** @param since when it became what it is, or null when it always was */
    record Promise(String text, @Nullable Long since) {}

    static String of(Parts parts, Sight sight) {
        Definition campaign = parts.campaign().definition();
        Range.Bounds bounds = sight.range().at(parts.now(), campaign.zone());
        List<Cell> cells = parts.trend().cells().stream()
                .map(cell -> new Cell(cell.from() / 1000, cell.leads()))
                .toList();
        Instant end = bounds.to() == null || bounds.to().isAfter(parts.now()) ? parts.now() : bounds.to();
        return PictureJson.JSON.writeValueAsString(new Shown(
                parts.campaign().key(),
                sight.query(),
                cells,
                words(parts.bucket()),
                width(parts.bucket()),
                begin(bounds, campaign, cells, end),
                // by the minute, so that a picture in which nothing happened stays the same text
                end.truncatedTo(ChronoUnit.MINUTES).toEpochMilli(),
                left(parts.left(), new ReasonWords(campaign)),
                parts.bridge().stages(),
                parts.feedback().series().stream()
                        .map(cell -> new Said(cell.from() / 1000, cell.good(), cell.bad(), cell.badReasons()))
                        .toList(),
                parts.changes().stream().map(BesideJson::change).toList(),
                promise(campaign, parts.changes())));
    }

    private static long begin(Range.Bounds bounds, Definition campaign, List<Cell> cells, Instant end) {
        if (bounds.from() != null) {
            return bounds.from().toEpochMilli();
        }
        long last = end.toEpochMilli();
        Instant launched = campaign.launchedAt();
        long first = cells.isEmpty() ? last : cells.getFirst().from();
        return Math.min(launched == null ? last : Math.min(last, launched.toEpochMilli()), first);
    }

    private static String words(Bucket bucket) {
        return switch (bucket) {
            case Bucket.Minutes(int minutes) ->
                minutes % 60 != 0 ? minutes + " minutes" : minutes == 60 ? "an hour" : minutes / 60 + " hours";
            case Bucket.Days _ -> "a day";
            case Bucket.Weeks _ -> "a week";
        };
    }

    private static long width(Bucket bucket) {
        return switch (bucket) {
            case Bucket.Minutes(int minutes) -> minutes * 60_000L;
            case Bucket.Days _ -> 86_400_000L;
            case Bucket.Weeks _ -> 7 * 86_400_000L;
        };
    }

    private static List<List<PictureJson.Left>> left(LeftReport report, ReasonWords words) {
        return report.stages().stream()
                .map(reasons -> reasons.stream()
                        .limit(REASONS_SHOWN)
                        .map(one -> left(one, words))
                        .toList())
                .toList();
    }

    private static PictureJson.Left left(FunnelReport.ReasonCount one, ReasonWords words) {
        return new PictureJson.Left(one.reason(), words.label(one.reason()), one.leads());
    }

    private static Change change(CampaignChange change) {
        return new Change(
                Long.toString(change.id()),
                change.at().toEpochMilli(),
                change.by(),
                change.what(),
                change.kind().code(),
                change.before());
    }

    private static @Nullable Promise promise(Definition campaign, List<CampaignChange> changes) {
        String text = campaign.promise();
        if (text == null) {
            return null;
        }
        Long since = changes.stream()
                .filter(change -> change.kind() == CampaignChange.Kind.PROMISE)
                .map(change -> change.at().toEpochMilli())
                .max(Long::compare)
                .orElse(null);
        return new Promise(text, since);
    }
}
