package dev.tundish.dashboard.explore;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Definition;
import dev.tundish.dashboard.campaign.ReasonWords;
import dev.tundish.dashboard.campaign.Sight;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Journey;
import dev.tundish.funnel.Mark;
import dev.tundish.funnel.Stage;
import dev.tundish.funnel.Verdict;
import dev.tundish.journal.Card;
import dev.tundish.live.Range;
import dev.tundish.report.Reports;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A page of leads in the shape that {@code frontend/tundish/leads.ts} reads. Only for those who may see leads. */
final class LeadsJson {

    private static final List<String> USUAL = List.of("source", "segment", "medium", "region");
    private static final int COLUMNS = 4;

    private LeadsJson() {}

    /**
     * @param query what the address says, for links
     * @param reasonLabel what the chosen reason is called
     * @param columns attributes that are shown
     * @param next the cursor of the next page
     * @param problem why there is no answer, and what to do
     */
    record Shown(
            String key,
            String campaign,
            String zone,
            String query,
            @Nullable Long from,
            @Nullable Long to,
            List<Step> stages,
            @Nullable String reasonLabel,
            long allowed,
            String sort,
            List<String> columns,
            long total,
            List<Row> leads,
            @Nullable String next,
            @Nullable String problem) {}

    record Step(String key, String label) {}

    /** @param name who it is, when a card says so */
    record Row(
            int number,
            String lead,
            @Nullable String name,
            @Nullable String company,
            @Nullable Long came,
            @Nullable String stage,
            @Nullable Long reached,
            String status,
            @Nullable String reason,
            boolean voided,
            Json.@Nullable Value value,
            @Nullable Boolean good,
            List<String> said,
            Map<String, String> attributes) {}

    static String of(Campaign campaign, Sight sight, Reports.LeadPage page, Map<String, Card> cards, Instant now) {
        Definition definition = campaign.definition();
        ReasonWords reasons = new ReasonWords(definition);
        List<String> columns = columns(sight, page);
        return Json.text(shown(
                campaign,
                sight,
                columns,
                page.total(),
                page.leads().stream()
                        .map(lead -> row(lead, page.rules().flow(), cards.get(lead.lead()), reasons, columns))
                        .toList(),
                page.next(),
                null,
                now));
    }

    static String problem(Campaign campaign, Sight sight, @Nullable String why, Instant now) {
        return Json.text(shown(campaign, sight, List.of(), 0, List.of(), null, why == null ? "" : why, now));
    }

    private static Shown shown(
            Campaign campaign,
            Sight sight,
            List<String> columns,
            long total,
            List<Row> rows,
            @Nullable String next,
            @Nullable String problem,
            Instant now) {
        Definition definition = campaign.definition();
        String reason = sight.selection().reason();
        Range.Bounds bounds = sight.range().at(now, definition.zone());
        return new Shown(
                campaign.key(),
                definition.name(),
                Json.zone(definition.zone()),
                sight.query(),
                Json.millis(bounds.from()),
                Json.millis(bounds.to()),
                steps(definition.flow()),
                reason == null ? null : new ReasonWords(definition).label(reason),
                definition.window().toSeconds(),
                Chosen.name(Chosen.sort(sight.sort())),
                columns,
                total,
                rows,
                next,
                problem);
    }

    static List<Step> steps(Flow flow) {
        return flow.stages().stream()
                .map((Stage stage) -> new Step(stage.key(), stage.label()))
                .toList();
    }

    /** What is filtered by, then the usual ones that leads of this page have. */
    private static List<String> columns(Sight sight, Reports.LeadPage page) {
        Set<String> columns = new LinkedHashSet<>(
                sight.filter().wanted().keySet().stream().sorted().toList());
        USUAL.stream()
                .filter(key -> page.leads().stream()
                        .anyMatch(lead -> lead.journey().attributes().containsKey(key)))
                .forEach(columns::add);
        return columns.stream().limit(COLUMNS).toList();
    }

    private static Row row(
            Reports.Lead lead, Flow flow, @Nullable Card card, ReasonWords reasons, List<String> columns) {
        Journey journey = lead.journey();
        Verdict verdict = journey.verdict();
        int stage = journey.stage();
        Map<String, String> attributes = new java.util.TreeMap<>(journey.attributes());
        attributes.keySet().retainAll(columns);
        return new Row(
                lead.number(),
                lead.lead(),
                card == null ? null : card.name(),
                card == null ? null : card.company(),
                stage < 0 ? null : Long.valueOf(journey.reached()[0] / 1000),
                stage < 0 ? null : flow.stages().get(stage).label(),
                stage < 0 ? null : Long.valueOf(journey.reached()[stage] / 1000),
                journey.status().name().toLowerCase(Locale.ROOT),
                journey.reason() == null ? null : reasons.label(journey.reason()),
                journey.voided(),
                Json.value(journey.value()),
                verdict == null ? null : Boolean.valueOf(verdict.mark() == Mark.GOOD),
                verdict == null
                        ? List.of()
                        : verdict.reasons().stream().map(reasons::label).toList(),
                attributes);
    }
}
