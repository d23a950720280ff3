package dev.tundish.dashboard.explore;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.CampaignChange;
import dev.tundish.campaign.Definition;
import dev.tundish.dashboard.campaign.ReasonWords;
import dev.tundish.dashboard.campaign.Selection;
import dev.tundish.dashboard.campaign.Sight;
import dev.tundish.funnel.FeedbackReport;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.funnel.LeakReport;
import dev.tundish.funnel.ShiftReport;
import dev.tundish.funnel.TimesReport;
import dev.tundish.live.Range;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An exploration in the shape that {@code frontend/tundish/explore.ts} reads: counts, and no lead. */
final class ExploreJson {

    private static final int LEAKS = 60;
    private static final int VALUES = 200;
    private static final int PARTS = 12;
    private static final int MARKS = 5;

    private ExploreJson() {}

    /**
     * @param query what the address says beyond the usual, as leads who came in, for links
     * @param allowed seconds that each lead is given to move on; null: no limit
     * @param chosen how the step was chosen
     * @param by the attribute of the breakdown
     */
    record Shown(
            String key,
            String name,
            String zone,
            String query,
            @Nullable Long from,
            @Nullable Long to,
            @Nullable Long allowed,
            List<Stage> stages,
            int step,
            String chosen,
            Leaks leaks,
            List<Reason> left,
            long expired,
            Said said,
            Map<String, Integer> attributes,
            @Nullable String by,
            List<Value> values,
            long otherValues,
            Times times,
            @Nullable Change change,
            List<Mark> marks) {}

    /** @param address the local time of an address */
    record Mark(long at, String by, String what, String address) {}

    record Stage(
            String key,
            String label,
            long leads,
            @Nullable Double ofPrevious,
            @Nullable Double ofFirst,
            long open,
            long out,
            long expired) {}

    record Leaks(long leads, long moved, long lost, long undecided, int looked, List<Leak> list) {}

    record Where(String key, @Nullable String value) {}

    record Leak(
            List<Where> where,
            long leads,
            long moved,
            long lost,
            long undecided,
            double excess,
            double low,
            double high,
            boolean early,
            boolean real) {}

    record Reason(String slug, String label, String family, long leads) {}

    record Said(
            boolean sales,
            long judged,
            long good,
            long bad,
            @Nullable Long handedOver,
            @Nullable Long answered,
            List<Reason> reasons) {}

    record Value(@Nullable String value, List<Long> stages) {}

    record Times(long leads, @Nullable Double p50, @Nullable Double p90, List<Bar> bars) {}

    record Bar(double from, double to, long leads) {}

    /**
     * @param back seconds between the periods
     * @param until local time as of which the earlier one is told, for links
     */
    record Change(
            Period before,
            Period after,
            String until,
            long back,
            @Nullable Double rateBefore,
            @Nullable Double rateAfter,
            @Nullable Double change,
            @Nullable Double mix,
            @Nullable Double rate,
            long leadsBefore,
            long leadsAfter,
            List<Part> parts) {}

    /** Milliseconds, and the local times of addresses. */
    record Period(
            long from,
            @Nullable Long to,
            String addressFrom,
            @Nullable String addressTo) {}

    record Part(
            @Nullable String value,
            long leadsBefore,
            long movedBefore,
            long leadsAfter,
            long movedAfter,
            double mix,
            double rate) {}

    static String of(
            Campaign campaign, Sight sight, List<CampaignChange> changes, Exploration.Found found, Instant now) {
        Definition definition = campaign.definition();
        ReasonWords words = new ReasonWords(definition);
        Duration allowed = sight.allowed().in(definition.window());
        Range.Bounds bounds = sight.range().at(now, definition.zone());
        FunnelReport.Row here = found.funnel().stages().get(found.step());
        List<Value> values = found.values().stream()
                .filter(one -> !one.other())
                .limit(VALUES)
                .map(one -> new Value(one.value(), one.stages()))
                .toList();
        return Json.text(new Shown(
                campaign.key(),
                definition.name(),
                Json.zone(definition.zone()),
                query(sight),
                Json.millis(bounds.from()),
                Json.millis(bounds.to()),
                allowed == null ? null : Long.valueOf(allowed.toSeconds()),
                found.funnel().stages().stream().map(ExploreJson::stage).toList(),
                found.step(),
                found.leaky().choice().name().toLowerCase(Locale.ROOT),
                leaks(found.leaks()),
                found.left().stream()
                        .map(one -> reason(one.reason(), one.leads(), words))
                        .toList(),
                here.expired() == null ? 0 : here.expired(),
                said(definition, found.said(), words),
                new TreeMap<>(found.attributes()),
                found.by(),
                values,
                found.values().stream()
                        .skip(values.size())
                        .mapToLong(one -> one.stages().getFirst())
                        .sum(),
                times(found.times()),
                found.shift() == null ? null : change(definition, found.periods(), found.shift()),
                marks(changes, definition.zone(), now)));
    }

    /** The newest changes that marketing made: each a before and an after. */
    private static List<Mark> marks(List<CampaignChange> changes, ZoneId zone, Instant now) {
        return changes.stream()
                .filter(change -> change.kind() == CampaignChange.Kind.MARKETING
                        && change.at().isBefore(now))
                .sorted(Comparator.comparing(CampaignChange::at).reversed())
                .limit(MARKS)
                .map(change -> new Mark(
                        change.at().toEpochMilli(), change.by(), change.what(), PeriodWords.local(change.at(), zone)))
                .toList();
    }

    /** The links of this page count leads who came in, whatever is usual for its range. */
    private static String query(Sight sight) {
        return new Sight(
                        sight.range(),
                        FunnelQuestion.Mode.COHORT,
                        sight.allowed(),
                        sight.filter(),
                        sight.against(),
                        sight.step(),
                        sight.by(),
                        new Selection(null, null, null, null, sight.selection().until()),
                        null,
                        null,
                        null)
                .query();
    }

    private static Stage stage(FunnelReport.Row row) {
        return new Stage(
                row.stage().key(),
                row.stage().label(),
                row.leads(),
                row.ofPrevious(),
                row.ofFirst(),
                row.open() == null ? 0 : row.open(),
                row.out() == null ? 0 : row.out(),
                row.expired() == null ? 0 : row.expired());
    }

    private static Leaks leaks(LeakReport report) {
        return new Leaks(
                report.leads(),
                report.moved(),
                report.lost(),
                report.undecided(),
                report.looked(),
                report.leaks().stream().limit(LEAKS).map(ExploreJson::leak).toList());
    }

    private static Leak leak(LeakReport.Leak leak) {
        return new Leak(
                leak.where().entrySet().stream()
                        .map(one -> new Where(one.getKey(), one.getValue()))
                        .toList(),
                leak.leads(),
                leak.moved(),
                leak.lost(),
                leak.undecided(),
                leak.excess(),
                leak.low(),
                leak.high(),
                leak.early(),
                leak.real());
    }

    private static Reason reason(String slug, long leads, ReasonWords words) {
        return new Reason(slug, words.label(slug), words.family(slug), leads);
    }

    private static Said said(Definition definition, FeedbackReport report, ReasonWords words) {
        return new Said(
                definition.handover() != null,
                report.judged(),
                report.good(),
                report.bad(),
                report.handedOver(),
                report.answered(),
                report.badReasons().stream()
                        .map(one -> reason(one.reason(), one.leads(), words))
                        .toList());
    }

    private static Times times(TimesReport report) {
        return new Times(
                report.leads(),
                report.p50(),
                report.p90(),
                report.bars().stream()
                        .map(bar -> new Bar(bar.fromSeconds(), bar.toSeconds(), bar.leads()))
                        .toList());
    }

    private static Change change(Definition definition, Periods periods, ShiftReport shift) {
        return new Change(
                PeriodWords.of(periods.earlierFrom(), periods.earlierTo(), definition.zone()),
                PeriodWords.of(periods.from(), periods.to(), definition.zone()),
                PeriodWords.local(periods.until(), definition.zone()),
                periods.back().toSeconds(),
                shift.rateBefore(),
                shift.rateAfter(),
                shift.change(),
                shift.mix(),
                shift.rate(),
                shift.parts().stream().mapToLong(ShiftReport.Part::leadsBefore).sum(),
                shift.parts().stream().mapToLong(ShiftReport.Part::leadsAfter).sum(),
                shift.parts().stream()
                        .limit(PARTS)
                        .map(part -> new Part(
                                part.value(),
                                part.leadsBefore(),
                                part.movedBefore(),
                                part.leadsAfter(),
                                part.movedAfter(),
                                part.mix(),
                                part.rate()))
                        .toList());
    }
}
