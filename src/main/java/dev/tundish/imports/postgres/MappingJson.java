package dev.tundish.imports.postgres;

import dev.tundish.imports.DayOrder;
import dev.tundish.imports.Kind;
import dev.tundish.imports.Mapping;
import dev.tundish.imports.Meaning;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A mapping, and the names of columns, as the table holds them. */
final class MappingJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private MappingJson() {}

    static String write(Mapping mapping) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("kind", mapping.kind().code());
        mapping.columns().forEach(meaning -> json.withArray("columns").add(meaning.code()));
        json.put("order", mapping.order().code());
        json.put("currency", mapping.currency());
        json.put("zone", mapping.zone().getId());
        return MAPPER.writeValueAsString(json);
    }

    static Mapping read(String text) {
        JsonNode json = MAPPER.readTree(text);
        List<Meaning> columns = new ArrayList<>();
        json.path("columns").forEach(code -> columns.add(Meaning.parse(code.asString())));
        return new Mapping(
                Kind.valueOf(json.path("kind").asString().toUpperCase(Locale.ROOT)),
                columns,
                DayOrder.valueOf(json.path("order").asString().toUpperCase(Locale.ROOT)),
                json.path("currency").asString(),
                ZoneId.of(json.path("zone").asString()));
    }

    static String names(List<String> names) {
        return MAPPER.writeValueAsString(names);
    }

    static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        MAPPER.readTree(text).forEach(name -> names.add(name.asString()));
        return names;
    }
}
