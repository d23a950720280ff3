package dev.tundish.api.reports;

import dev.tundish.funnel.FeedbackReport;
import dev.tundish.report.Versioned;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A feedback report in the contract's form (contract, 4). */
final class FeedbackJson {

    private FeedbackJson() {}

    static Map<String, @Nullable Object> of(String campaign, Versioned<FeedbackReport> answer) {
        FeedbackReport report = answer.value();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("campaign", campaign);
        members.put("version", answer.version());
        members.put("judged", report.judged());
        members.put("stated", report.stated());
        members.put("implied", report.implied());
        members.put("good", report.good());
        members.put("bad", report.bad());
        members.put("unmatched", report.unmatched());
        members.put("handedOver", report.handedOver());
        members.put("answered", report.answered());
        members.put("coverage", report.coverage());
        members.put("badReasons", reasons(report.badReasons()));
        members.put("goodReasons", reasons(report.goodReasons()));
        members.put("series", report.series().stream().map(FeedbackJson::cell).toList());
        return members;
    }

    private static List<Map<String, Object>> reasons(List<FeedbackReport.Reason> reasons) {
        return reasons.stream()
                .map(reason -> {
                    Map<String, Object> members = new LinkedHashMap<>();
                    members.put("reason", reason.reason());
                    members.put("leads", reason.leads());
                    members.put("share", reason.share());
                    return members;
                })
                .toList();
    }

    private static Map<String, Object> cell(FeedbackReport.Cell cell) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("from", Times.text(cell.from()));
        members.put("good", cell.good());
        members.put("bad", cell.bad());
        members.put("badReasons", cell.badReasons());
        members.put("goodReasons", cell.goodReasons());
        return members;
    }
}
