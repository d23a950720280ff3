package dev.tundish.imports;

import dev.tundish.funnel.Flow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that is a lead: an event for each stage that it says was reached, one when the lead left, and one for what sales
 * says. What is known of the lead goes with the first of them, a remark with the last.
 */
final class LeadRows {

    private final Mapping mapping;
    private final Flow flow;
    private final Cells cells;
    private final List<Map<String, Object>> events = new ArrayList<>();
    private @Nullable String latest;

    private LeadRows(Mapping mapping, Flow flow, Cells cells) {
        this.mapping = mapping;
        this.flow = flow;
        this.cells = cells;
    }

    static List<Map<String, Object>> events(Mapping mapping, Flow flow, Cells cells) {
        return new LeadRows(mapping, flow, cells).read();
    }

    private List<Map<String, Object>> read() {
        if (cells.text(What.LEAD) == null) {
            throw RowFault.missing(
                    "“" + cells.name(mapping.column(What.LEAD)) + "” is empty: who the lead is is needed.");
        }
        if (mapping.has(What.REACHED)) {
            for (int stage = 0; stage < flow.size(); stage++) {
                reached(stage);
            }
        } else {
            add(stage(0), null);
        }
        left();
        answered();
        if (events.isEmpty()) {
            throw RowFault.missing("The row says neither that the lead came in nor what became of it.");
        }
        Cells.put(events.getFirst(), "attributes", cells.all(What.ATTRIBUTE));
        Cells.put(events.getFirst(), "card", cells.all(What.CARD));
        Cells.put(events.getLast(), "comment", cells.text(What.COMMENT));
        Cells.put(events.getLast(), "by", cells.text(What.BY));
        return events;
    }

    private void reached(int number) {
        int column = mapping.columns()
                .indexOf(Meaning.of(What.REACHED, flow.stages().get(number).key()));
        String text = column < 0 ? null : cells.text(column);
        if (text == null) {
            return;
        }
        Boolean yes = Words.isYes(text);
        String at = yes == null ? cells.momentIn(text) : latest;
        if (yes == null && at == null) {
            throw RowFault.invalid("“" + cells.name(column)
                    + "” is neither a date or time that can be read, such as 2026-11-23 09:00, nor yes or no.");
        }
        if (yes == null || yes) {
            Map<String, Object> event = stage(number);
            if (number == flow.last()) {
                Cells.put(event, "value", cells.value());
            }
            add(event, at);
        }
    }

    private Map<String, Object> stage(int number) {
        Map<String, Object> event = new LinkedHashMap<>();
        String key = flow.stages().get(number).key();
        if (number == 0) {
            event.put("type", "lead.captured");
        } else if (number == flow.last()) {
            event.put("type", "lead.converted");
        } else if (key.equals("qualified") || key.equals("accepted")) {
            event.put("type", "lead." + key);
        } else {
            event.put("type", "lead.reached");
            event.put("stage", key);
        }
        return event;
    }

    /** At the time that the row says, else with the last of its stages: at the same moment the exit wins. */
    private void left() {
        String reason = cells.text(What.LEFT);
        if (reason != null) {
            Map<String, Object> event = new LinkedHashMap<>();
            event.put(
                    "type",
                    "lead." + mapping.columns().get(mapping.column(What.LEFT)).detail());
            event.put("reason", Words.slug(reason));
            String at = cells.moment(What.LEFT_AT);
            add(event, at == null ? latest : at);
        }
    }

    private void answered() {
        String verdict = cells.text(What.VERDICT);
        if (verdict != null) {
            Map<String, Object> event = new LinkedHashMap<>();
            event.put("type", "lead.feedback");
            event.put("verdict", Words.verdict(verdict));
            String reasons = cells.text(What.REASONS);
            Cells.put(event, "reasons", reasons == null ? null : Words.slugs(reasons));
            String at = cells.moment(What.ANSWERED_AT);
            add(event, at == null ? latest : at);
        }
    }

    private void add(Map<String, Object> event, @Nullable String at) {
        Cells.put(event, "lead", cells.text(What.LEAD));
        Cells.put(event, "at", at);
        events.add(event);
        if (at != null && (latest == null || later(at, latest))) {
            latest = at;
        }
    }

    private static boolean later(String moment, String than) {
        return java.time.Instant.parse(moment).isAfter(java.time.Instant.parse(than));
    }
}
