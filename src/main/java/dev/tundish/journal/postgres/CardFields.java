package dev.tundish.journal.postgres;

import dev.tundish.funnel.LeadEvent;
import dev.tundish.journal.Card;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A lead's card as the table holds it: field by field the last in the order of {@code (at, id)}. */
final class CardFields {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private record Field(String value, long at, String id) {
        boolean isAfter(Field other) {
            return at != other.at
                    ? at > other.at
                    : Arrays.compareUnsigned(
                                    id.getBytes(StandardCharsets.UTF_8), other.id.getBytes(StandardCharsets.UTF_8))
                            > 0;
        }
    }

    private final Map<String, Field> fields = new TreeMap<>();

    static CardFields read(String text) {
        CardFields card = new CardFields();
        for (Map.Entry<String, JsonNode> field : MAPPER.readTree(text).properties()) {
            JsonNode said = field.getValue();
            card.fields.put(
                    field.getKey(),
                    new Field(
                            said.get(0).asString(),
                            said.get(1).asLong(),
                            said.get(2).asString()));
        }
        return card;
    }

    String write() {
        ObjectNode json = MAPPER.createObjectNode();
        fields.forEach((name, field) ->
                json.putArray(name).add(field.value()).add(field.at()).add(field.id()));
        return MAPPER.writeValueAsString(json);
    }

    void take(Card card, LeadEvent event) {
        put("name", card.name(), event);
        put("company", card.company(), event);
        put("email", card.email(), event);
        put("phone", card.phone(), event);
        put("url", card.url(), event);
        put("owner", card.owner(), event);
    }

    private void put(String name, @Nullable String value, LeadEvent event) {
        if (value != null) {
            Field said = new Field(value, event.at(), event.id());
            fields.merge(name, said, (before, now) -> now.isAfter(before) ? now : before);
        }
    }

    Card card() {
        return new Card(value("name"), value("company"), value("email"), value("phone"), value("url"), value("owner"));
    }

    private @Nullable String value(String name) {
        Field field = fields.get(name);
        return field == null ? null : field.value();
    }
}
