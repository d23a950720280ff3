package dev.tundish.dashboard.campaign;

import dev.tundish.funnel.Comparison;
import dev.tundish.funnel.Evidence;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.funnel.LeadsQuestion.Count;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the numbers are compared with, as {@code picture.ts} reads it. */
final class AgainstJson {

    private AgainstJson() {}

    /**
     * @param why why nothing can be compared, or null
     * @param from where the other side's time begins, or null
     * @param until as it stood then
     * @param younger whether the other side has not reached our age yet
     */
    record Shown(
            String kind,
            String code,
            String name,
            @Nullable String why,
            @Nullable String zone,
            @Nullable Long from,
            @Nullable Long until,
            boolean younger,
            List<Stage> stages) {}

    /** @param leadsAt the address of the leads behind the other number */
    record Stage(
            @Nullable Long leads,
            @Nullable Double ofPrevious,
            @Nullable Difference difference,
            @Nullable String leadsAt) {}

    record Difference(
            @Nullable Double points,
            @Nullable Double low,
            @Nullable Double high,
            String word) {}

    static Shown of(Yardstick yardstick, FunnelReport ours) {
        Comparison comparison = yardstick.beside(ours);
        List<Comparison.Row> rows = comparison == null ? List.of() : comparison.stages();
        List<Stage> stages = rows.stream().map(row -> stage(row, yardstick)).toList();
        String code = yardstick.against().text();
        return switch (yardstick) {
            case Yardstick.Missing missing ->
                new Shown(kind(yardstick), said(code), missing.name(), missing.why(), null, null, null, false, stages);
            case Yardstick.Targets targets ->
                new Shown(kind(yardstick), said(code), targets.name(), null, null, null, null, false, stages);
            case Yardstick.Funnel funnel ->
                new Shown(
                        kind(yardstick),
                        said(code),
                        funnel.name(),
                        null,
                        PictureJson.zone(funnel.zone()),
                        PictureJson.millis(funnel.from()),
                        PictureJson.millis(funnel.until()),
                        funnel.younger(),
                        stages);
        };
    }

    private static String kind(Yardstick yardstick) {
        return switch (yardstick.against()) {
            case Against.Previous _ -> "previous";
            case Against.Target _ -> "target";
            case Against.Usual _, Against.Nothing _, Against.Other _ -> "campaign";
        };
    }

    private static String said(@Nullable String code) {
        return code == null ? "" : code;
    }

    private static Stage stage(Comparison.Row row, Yardstick yardstick) {
        boolean counts = !(yardstick instanceof Yardstick.Targets targets) || targets.whole();
        return new Stage(
                counts ? row.other() : null,
                row.otherOfPrevious(),
                difference(row.previous()),
                leadsAt(row, yardstick));
    }

    private static @Nullable Difference difference(@Nullable Evidence evidence) {
        return evidence == null
                ? null
                : new Difference(
                        evidence.points(),
                        evidence.low(),
                        evidence.high(),
                        evidence.word().name().toLowerCase(Locale.ROOT));
    }

    private static @Nullable String leadsAt(Comparison.Row row, Yardstick yardstick) {
        if (!(yardstick instanceof Yardstick.Funnel funnel) || row.other() == null) {
            return null;
        }
        Selection until = funnel.leads().selection();
        Selection behind = new Selection(Count.LEADS, row.stage().key(), null, null, until.until());
        return "/campaigns/" + funnel.key() + "/leads"
                + funnel.leads().with(behind).query();
    }
}
