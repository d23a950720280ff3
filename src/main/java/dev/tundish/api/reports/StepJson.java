package dev.tundish.api.reports;

import dev.tundish.funnel.BridgeReport;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.LeakQuestion;
import dev.tundish.funnel.LeakReport;
import dev.tundish.funnel.ShiftQuestion;
import dev.tundish.funnel.ShiftReport;
import dev.tundish.funnel.Stage;
import dev.tundish.funnel.TimesQuestion;
import dev.tundish.funnel.TimesReport;
import dev.tundish.funnel.TrendReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports about steps and times in the contract's form (contract, 4). */
final class StepJson {

    private StepJson() {}

    /** An answer with what every answer has. */
    static Map<String, @Nullable Object> answer(String campaign, long version, Map<String, @Nullable Object> report) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("campaign", campaign);
        members.put("version", version);
        members.putAll(report);
        return members;
    }

    static Map<String, @Nullable Object> trend(Flow flow, TrendReport report) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("stages", flow.stages().stream().map(Stage::key).toList());
        members.put(
                "series",
                report.cells().stream()
                        .map(cell -> Map.of("from", Times.text(cell.from()), "leads", cell.leads()))
                        .toList());
        return members;
    }

    static Map<String, @Nullable Object> leaks(Flow flow, LeakQuestion question, LeakReport report) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("stage", flow.stages().get(question.step()).key());
        fates(members, report.leads(), report.moved(), report.lost(), report.undecided());
        members.put("looked", report.looked());
        members.put("leaks", report.leaks().stream().map(StepJson::leak).toList());
        return members;
    }

    private static void fates(
            Map<String, @Nullable Object> members, long leads, long moved, long lost, long undecided) {
        members.put("leads", leads);
        members.put("moved", moved);
        members.put("lost", lost);
        members.put("undecided", undecided);
    }

    private static Map<String, @Nullable Object> leak(LeakReport.Leak leak) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("where", leak.where());
        fates(members, leak.leads(), leak.moved(), leak.lost(), leak.undecided());
        members.put("excess", leak.excess());
        members.put("low", leak.low());
        members.put("high", leak.high());
        members.put("early", leak.early());
        members.put("real", leak.real());
        return members;
    }

    static Map<String, @Nullable Object> shift(Flow flow, ShiftQuestion question, ShiftReport report) {
        Map<String, @Nullable Object> before = new LinkedHashMap<>();
        before.put("from", Times.textOrNull(question.before().from()));
        before.put("to", Times.textOrNull(question.before().to()));
        before.put("asOf", Times.text(question.before().asOf()));
        before.put("until", Times.textOrNull(question.before().until()));
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("stage", flow.stages().get(question.step()).key());
        members.put("by", question.key());
        members.put("before", before);
        members.put("rateBefore", report.rateBefore());
        members.put("rateAfter", report.rateAfter());
        members.put("change", report.change());
        members.put("mix", report.mix());
        members.put("rate", report.rate());
        members.put("parts", report.parts().stream().map(StepJson::part).toList());
        return members;
    }

    private static Map<String, @Nullable Object> part(ShiftReport.Part part) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("value", part.value());
        members.put("leadsBefore", part.leadsBefore());
        members.put("movedBefore", part.movedBefore());
        members.put("leadsAfter", part.leadsAfter());
        members.put("movedAfter", part.movedAfter());
        members.put("mix", part.mix());
        members.put("rate", part.rate());
        return members;
    }

    static Map<String, @Nullable Object> times(Flow flow, TimesQuestion question, TimesReport report) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("stage", flow.stages().get(question.step()).key());
        members.put("leads", report.leads());
        members.put("p50", report.p50());
        members.put("p90", report.p90());
        members.put(
                "bars",
                report.bars().stream()
                        .map(bar -> {
                            Map<String, Object> cell = new LinkedHashMap<>();
                            cell.put("from", bar.fromSeconds());
                            cell.put("to", bar.toSeconds());
                            cell.put("leads", bar.leads());
                            return cell;
                        })
                        .toList());
        return members;
    }

    static Map<String, @Nullable Object> bridge(Flow flow, BridgeReport report) {
        List<Map<String, Object>> stages = new ArrayList<>();
        for (int k = 0; k < flow.size(); k++) {
            BridgeReport.Row row = report.stages().get(k);
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("key", flow.stages().get(k).key());
            members.put("cohort", row.cohort());
            members.put("after", row.after());
            members.put("earlier", row.earlier());
            members.put("late", row.late());
            members.put("activity", row.activity());
            stages.add(members);
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("stages", stages);
        return members;
    }

    static Map<String, @Nullable Object> attributes(Map<String, Integer> sizes) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("attributes", sizes);
        return members;
    }
}
