package dev.tundish.campaign.postgres;

import dev.tundish.campaign.Definition;
import dev.tundish.campaign.Definition.OwnReason;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Money;
import dev.tundish.funnel.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A definition as the table holds it. What is null is left out, so that older and newer nodes read each other. */
final class DefinitionJson {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private DefinitionJson() {}

    static String write(Definition definition) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("name", definition.name());
        put(json, "template", definition.template());
        json.set("flow", stages(definition.flow()));
        json.put("zone", definition.zone().getId());
        put(json, "channel", definition.channel());
        put(json, "launchedAt", definition.launchedAt());
        put(json, "endsAt", definition.endsAt());
        put(json, "budget", definition.budget());
        ObjectNode targets = json.putObject("targets");
        definition.targets().forEach(targets::put);
        put(json, "predecessor", definition.predecessor());
        put(json, "handover", definition.handover());
        put(json, "window", definition.window());
        ArrayNode reasons = json.putArray("reasons");
        for (OwnReason reason : definition.reasons()) {
            reasons.addObject()
                    .put("key", reason.key())
                    .put("label", reason.label())
                    .put("quality", reason.quality());
        }
        put(json, "owner", definition.owner());
        if (!definition.tags().isEmpty()) {
            definition.tags().forEach(json.putArray("tags")::add);
        }
        if (definition.archived()) {
            json.put("archived", true);
        }
        put(json, "promise", definition.promise());
        put(json, "spend", definition.spend());
        return MAPPER.writeValueAsString(json);
    }

    static Definition read(String text) {
        JsonNode json = MAPPER.readTree(text);
        String launchedAt = text(json, "launchedAt");
        String endsAt = text(json, "endsAt");
        Map<String, Long> targets = new LinkedHashMap<>();
        json.path("targets")
                .properties()
                .forEach(e -> targets.put(e.getKey(), e.getValue().asLong()));
        List<OwnReason> reasons = new ArrayList<>();
        for (JsonNode reason : json.path("reasons")) {
            reasons.add(new OwnReason(
                    required(reason, "key"),
                    required(reason, "label"),
                    reason.path("quality").asBoolean()));
        }
        return new Definition(
                required(json, "name"),
                text(json, "template"),
                flow(json.path("flow")),
                ZoneId.of(required(json, "zone")),
                text(json, "channel"),
                launchedAt == null ? null : Instant.parse(launchedAt),
                endsAt == null ? null : Instant.parse(endsAt),
                money(json, "budget"),
                targets,
                text(json, "predecessor"),
                text(json, "handover"),
                Duration.parse(required(json, "window")),
                reasons,
                text(json, "owner"),
                json.path("tags").valueStream().map(JsonNode::asString).toList(),
                json.path("archived").asBoolean(false),
                text(json, "promise"),
                money(json, "spend"));
    }

    static ArrayNode stages(Flow flow) {
        ArrayNode stages = MAPPER.createArrayNode();
        for (Stage stage : flow.stages()) {
            stages.addObject()
                    .put("key", stage.key())
                    .put("label", stage.label())
                    .put("short", stage.shortLabel());
        }
        return stages;
    }

    static Flow flow(JsonNode json) {
        List<Stage> stages = new ArrayList<>();
        for (JsonNode stage : json) {
            stages.add(new Stage(required(stage, "key"), required(stage, "label"), required(stage, "short")));
        }
        return new Flow(stages);
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    private static void put(ObjectNode json, String name, @Nullable Money money) {
        if (money != null) {
            json.putObject(name).put("amount", money.amount().toPlainString()).put("currency", money.currency());
        }
    }

    private static @Nullable Money money(JsonNode json, String name) {
        JsonNode money = json.get(name);
        return money == null ? null : new Money(new BigDecimal(required(money, "amount")), required(money, "currency"));
    }

    private static @Nullable String text(JsonNode json, String name) {
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? null : value.asString();
    }

    private static String required(JsonNode json, String name) {
        return json.required(name).asString();
    }
}
