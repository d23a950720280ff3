package dev.tundish.incoming.postgres;

import dev.tundish.incoming.Becomes;
import dev.tundish.incoming.Mapping;
import dev.tundish.incoming.Meaning;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A mapping as the table holds it. */
final class MappingJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private MappingJson() {}

    static String write(Mapping mapping) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("campaign", mapping.campaign());
        Becomes happened = mapping.happened();
        if (happened != null) {
            json.put("happened", happened.code());
        }
        json.put("currency", mapping.currency());
        mapping.fields().forEach((path, meaning) -> {
            ObjectNode field = json.withArray("fields").addObject();
            field.put("path", path);
            field.put("means", meaning.code());
            Map<String, String> values = mapping.values().getOrDefault(path, Map.of());
            if (!values.isEmpty()) {
                ObjectNode said = field.putObject("values");
                values.forEach(said::put);
            }
        });
        return MAPPER.writeValueAsString(json);
    }

    static Mapping read(String text) {
        JsonNode json = MAPPER.readTree(text);
        Map<String, Meaning> fields = new LinkedHashMap<>();
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        for (JsonNode field : json.path("fields")) {
            String path = field.path("path").asString();
            fields.put(path, Meaning.parse(field.path("means").asString()));
            Map<String, String> said = new LinkedHashMap<>();
            field.path("values")
                    .properties()
                    .forEach(each -> said.put(each.getKey(), each.getValue().asString()));
            if (!said.isEmpty()) {
                values.put(path, said);
            }
        }
        return new Mapping(
                json.path("campaign").asString(),
                json.has("happened") ? Becomes.parse(json.path("happened").asString()) : null,
                fields,
                values,
                json.path("currency").asString());
    }
}
