package dev.tundish.campaign.postgres;

import dev.tundish.funnel.Rules;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The rules of one version of a flow as the table holds them. */
final class RulesJson {

    private RulesJson() {}

    static String write(Rules rules) {
        ObjectNode json = DefinitionJson.MAPPER.createObjectNode();
        json.set("flow", DefinitionJson.stages(rules.flow()));
        json.put("handover", rules.handover());
        ObjectNode reasons = json.putObject("reasons");
        rules.declaredReasons().forEach(reasons::put);
        return DefinitionJson.MAPPER.writeValueAsString(json);
    }

    static Rules read(String text) {
        JsonNode json = DefinitionJson.MAPPER.readTree(text);
        Map<String, Boolean> reasons = new LinkedHashMap<>();
        json.path("reasons")
                .properties()
                .forEach(e -> reasons.put(e.getKey(), e.getValue().asBoolean()));
        return new Rules(
                DefinitionJson.flow(json.path("flow")),
                json.required("handover").asInt(),
                reasons);
    }
}
