package dev.tundish.api.reports;

import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.funnel.Money;
import dev.tundish.report.Versioned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A funnel report in the contract's form (contract, 4). */
final class FunnelJson {

    private FunnelJson() {}

    static Map<String, @Nullable Object> of(String campaign, FunnelQuestion question, Versioned<FunnelReport> answer) {
        FunnelReport report = answer.value();
        boolean cohort = report.mode() == FunnelQuestion.Mode.COHORT;
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("campaign", campaign);
        members.put("mode", report.mode().name().toLowerCase(Locale.ROOT));
        members.put("from", Times.textOrNull(report.from()));
        members.put("to", Times.textOrNull(report.to()));
        members.put("version", answer.version());
        members.put(
                "stages",
                report.stages().stream()
                        .map(row -> row(row, cohort, question.times()))
                        .toList());
        FunnelReport.Outcome outcome = report.outcome();
        if (outcome != null) {
            members.put("outcome", outcome(outcome));
        }
        if (report.voided() != null) {
            members.put("voided", report.voided());
        }
        members.put("value", values(report.value()));
        if (report.reasons() != null) {
            members.put(
                    "reasons", report.reasons().stream().map(FunnelJson::reason).toList());
        }
        if (report.segments() != null) {
            members.put(
                    "segments",
                    report.segments().stream().map(FunnelJson::segment).toList());
        }
        return members;
    }

    private static Map<String, @Nullable Object> row(FunnelReport.Row row, boolean cohort, boolean times) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("key", row.stage().key());
        members.put("label", row.stage().label());
        members.put("leads", row.leads());
        members.put("implied", row.implied());
        members.put("ofPrevious", row.ofPrevious());
        members.put("ofFirst", row.ofFirst());
        if (cohort) {
            members.put("open", row.open());
            members.put("out", row.out());
            members.put("expired", row.expired());
        }
        if (cohort && times) {
            members.put("fromPrevious", spread(row.fromPrevious()));
            members.put("fromFirst", spread(row.fromFirst()));
        }
        return members;
    }

    private static @Nullable Map<String, Object> spread(FunnelReport.@Nullable Spread spread) {
        if (spread == null) {
            return null;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("p50", spread.p50());
        members.put("p90", spread.p90());
        return members;
    }

    private static Map<String, Object> outcome(FunnelReport.Outcome outcome) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("converted", outcome.converted());
        members.put("open", outcome.open());
        members.put("out", outcome.out());
        members.put("expired", outcome.expired());
        return members;
    }

    private static List<Map<String, Object>> values(List<Money> value) {
        return value.stream()
                .sorted(Comparator.comparing(Money::currency))
                .map(Amounts::of)
                .toList();
    }

    private static Map<String, Object> reason(FunnelReport.ReasonCount count) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("reason", count.reason());
        members.put("leads", count.leads());
        return members;
    }

    private static Map<String, @Nullable Object> segment(FunnelReport.Segment segment) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (segment.other()) {
            members.put("other", true);
        } else {
            members.put("value", segment.value());
        }
        members.put("stages", new ArrayList<>(segment.stages()));
        return members;
    }
}
