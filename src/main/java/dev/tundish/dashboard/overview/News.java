package dev.tundish.dashboard.overview;

import dev.tundish.campaign.CampaignState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * What one browser has been told, and what it has to be told next: of each row only the parts that changed. Numbered
 * without gaps, so that a browser that missed one knows, and asks for the whole.
 */
final class News {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Bounded by the number of campaigns. */
    private final Map<String, OverviewPage.Row> told = new HashMap<>();

    private Map<CampaignState, Long> states = Map.of();
    private long number;
    private boolean whole = true;

    /** Begins anew: the next news are everything. */
    void forget() {
        told.clear();
        whole = true;
    }

    /**
     * The next news, or null when there are none.
     *
     * @param state null: of any state
     */
    @Nullable
    String of(OverviewPage page, @Nullable CampaignState state) {
        ArrayNode rows = JSON.createArrayNode();
        Set<String> gone = new HashSet<>(told.keySet());
        Map<CampaignState, Long> counted = new HashMap<>();
        for (OverviewPage.Row row : page.rows()) {
            counted.merge(row.state(), 1L, Long::sum);
            if (state != null && state != row.state()) {
                continue;
            }
            gone.remove(row.key());
            OverviewPage.Row before = told.put(row.key(), row);
            if (before != row) {
                rows.add(difference(row, before));
            }
        }
        told.keySet().removeAll(gone);
        if (rows.isEmpty() && gone.isEmpty() && counted.equals(states) && !whole) {
            return null;
        }
        states = counted;
        return text(rows, gone);
    }

    private static ObjectNode difference(OverviewPage.Row row, OverviewPage.@Nullable Row before) {
        ObjectNode json = JSON.createObjectNode().put("key", row.key());
        put(json, "about", row.about(), before == null ? null : before.about());
        put(json, "counts", row.counts(), before == null ? null : before.counts());
        put(json, "standing", row.standing(), before == null ? null : before.standing());
        return json;
    }

    private static void put(ObjectNode json, String name, String now, @Nullable String before) {
        if (!now.equals(before)) {
            json.putRawValue(name, new RawValue(now));
        }
    }

    private String text(ArrayNode rows, Set<String> gone) {
        ObjectNode json = JSON.createObjectNode();
        json.put("number", ++number).put("whole", whole).set("rows", rows);
        ArrayNode keys = json.putArray("gone");
        gone.forEach(keys::add);
        ObjectNode counts = json.putObject("states");
        states.forEach((state, count) -> counts.put(state.code(), count));
        whole = false;
        return JSON.writeValueAsString(json);
    }
}
