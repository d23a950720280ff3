package dev.tundish.imports;

import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Stage;
import dev.tundish.intake.EventTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row that is one event: its fields are the contract's. */
final class EventRows {

    private EventRows() {}

    static List<Map<String, Object>> events(Cells cells, Flow flow) {
        Map<String, Object> event = new LinkedHashMap<>();
        Cells.put(event, "type", type(cells.text(What.TYPE)));
        Cells.put(event, "lead", cells.text(What.LEAD));
        Cells.put(event, "id", cells.text(What.ID));
        Cells.put(event, "at", cells.moment(What.AT));
        Cells.put(event, "stage", stage(cells.text(What.STAGE), flow));
        String reason = cells.text(What.REASON);
        Cells.put(event, "reason", reason == null ? null : Words.slug(reason));
        String verdict = cells.text(What.VERDICT);
        Cells.put(event, "verdict", verdict == null ? null : Words.verdict(verdict));
        String reasons = cells.text(What.REASONS);
        Cells.put(event, "reasons", reasons == null ? null : Words.slugs(reasons));
        Cells.put(event, "value", cells.value());
        Cells.put(event, "attributes", cells.all(What.ATTRIBUTE));
        Cells.put(event, "card", cells.all(What.CARD));
        Cells.put(event, "comment", cells.text(What.COMMENT));
        Cells.put(event, "by", cells.text(What.BY));
        return List.of(event);
    }

    /** Also without its first word: captured is lead.captured. */
    private static @Nullable String type(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return EventTypes.isKnown(lower) ? lower : EventTypes.isKnown("lead." + lower) ? "lead." + lower : text;
    }

    /** Also by its label. */
    private static @Nullable String stage(@Nullable String text, Flow flow) {
        if (text == null || flow.indexOf(text) >= 0) {
            return text;
        }
        return flow.stages().stream()
                .filter(stage ->
                        stage.label().equalsIgnoreCase(text) || stage.key().equalsIgnoreCase(text))
                .map(Stage::key)
                .findFirst()
                .orElse(text);
    }
}
