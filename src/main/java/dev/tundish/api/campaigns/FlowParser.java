package dev.tundish.api.campaigns;

import dev.tundish.api.grammar.Names;
import dev.tundish.api.grammar.Text;
import dev.tundish.api.http.JsonObject;
import dev.tundish.api.http.JsonTree;
import dev.tundish.campaign.Definition;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a campaign's flow and its own reasons. */
final class FlowParser {

    private static final Map<String, Flow> TEMPLATES =
            Map.of("sales-assisted", Flow.SALES_ASSISTED, "self-serve", Flow.SELF_SERVE);
    private static final int LABEL = 64;
    private static final int REASONS = 200;

    private final JsonObject body;

    FlowParser(JsonObject body) {
        this.body = body;
    }

    /** The flow, from {@code flow} or else {@code template}; null when what was wrong has been noted. */
    @Nullable
    Flow flow() {
        Object template = body.get("template");
        boolean known = template instanceof String name && TEMPLATES.containsKey(name);
        if (template != null && !known) {
            body.wrong("template", "must be sales-assisted or self-serve.");
        }
        Object flow = body.get("flow");
        if (flow != null) {
            return stages(flow);
        }
        if (template == null) {
            body.wrong("flow", "is needed, or \"template\": sales-assisted or self-serve.");
        }
        return known ? TEMPLATES.get(template) : null;
    }

    /** The template's name, when the flow is still the template's. */
    @Nullable
    String template(Flow flow) {
        return body.get("template") instanceof String name && flow.equals(TEMPLATES.get(name)) ? name : null;
    }

    private @Nullable Flow stages(Object flow) {
        if (!(flow instanceof List<?> list) || list.size() < Flow.MIN_STAGES || list.size() > Flow.MAX_STAGES) {
            return body.wrong("flow", "must be a list of 2 to 10 stages.");
        }
        List<Stage> stages = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int n = 0; n < list.size(); n++) {
            Stage stage = stage("flow[" + n + "]", list.get(n));
            if (stage != null && !keys.add(stage.key())) {
                body.wrong("flow[" + n + "].key", "stands twice; the keys of a flow are unique.");
            } else if (stage != null) {
                stages.add(stage);
            }
        }
        return stages.size() == list.size() ? new Flow(stages) : null;
    }

    private @Nullable Stage stage(String field, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> stage)) {
            return body.wrong(field, "must be an object with \"key\" and \"label\".");
        }
        if (!(stage.get("key") instanceof String key) || !Names.isSlug(key)) {
            return body.wrong(field + ".key", "must be 1 to 64 of a to z, 0 to 9 and _.");
        }
        if (!(stage.get("label") instanceof String label) || !JsonObject.isLine(label, LABEL)) {
            return body.wrong(field + ".label", "must be text of 1 to 64 characters.");
        }
        Object brief = stage.get("short");
        if (brief == null) {
            return Stage.of(key, label);
        }
        return brief instanceof String text && JsonObject.isLine(text, Stage.SHORT)
                ? new Stage(key, label, text)
                : body.wrong(field + ".short", "must be text of 1 to 12 characters.");
    }

    List<Definition.OwnReason> reasons() {
        Object value = body.get("reasons");
        List<Definition.OwnReason> reasons = new ArrayList<>();
        if (value == null) {
            return reasons;
        }
        if (!(value instanceof List<?> list) || list.size() > REASONS) {
            body.wrong("reasons", "must be a list of at most " + REASONS + " objects.");
            return reasons;
        }
        Set<String> keys = new HashSet<>();
        for (int n = 0; n < list.size(); n++) {
            Definition.OwnReason reason = reason("reasons[" + n + "]", list.get(n));
            if (reason != null && !keys.add(reason.key())) {
                body.wrong("reasons[" + n + "].key", "stands twice.");
            } else if (reason != null) {
                reasons.add(reason);
            }
        }
        return reasons;
    }

    private Definition.@Nullable OwnReason reason(String field, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> reason)
                || !(reason.get("key") instanceof String key)
                || !Names.isSlug(key)
                || !(reason.get("label") instanceof String label)
                || !JsonObject.isLine(label, LABEL)) {
            return body.wrong(field, "must have a \"key\" (a slug) and a \"label\" of 1 to 64 characters.");
        }
        Object quality = reason.get("quality");
        if (quality == null) {
            return new Definition.OwnReason(key, Text.trim(label), false);
        }
        if (quality instanceof JsonTree.Literal(String text) && (text.equals("true") || text.equals("false"))) {
            return new Definition.OwnReason(key, Text.trim(label), text.equals("true"));
        }
        return body.wrong(field + ".quality", "must be true or false.");
    }
}
