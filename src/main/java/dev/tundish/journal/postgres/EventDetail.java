package dev.tundish.journal.postgres;

import dev.tundish.funnel.Happening;
import dev.tundish.funnel.LeadEvent;
import dev.tundish.funnel.Mark;
import dev.tundish.funnel.Money;
import dev.tundish.journal.Entry;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What an event says beyond its columns, as the log's {@code detail}: {@code stage, reason, verdict, reasons, comment,
 * value, attributes, by}, each only when it is there. Streamed, as it is written and read once an event.
 */
record EventDetail(
        LeadEvent event, @Nullable String comment, @Nullable String by) {

    private static final JsonFactory JSON = new JsonFactory();

    /** The JSON of an entry's detail, or null when there is none. */
    static @Nullable String write(Entry entry) {
        LeadEvent event = entry.event();
        if (isBare(event.what())
                && event.value() == null
                && event.attributes().isEmpty()
                && entry.comment() == null
                && entry.by() == null) {
            return null;
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            writeWhat(json, event.what());
            writeText(json, "comment", entry.comment());
            Money value = event.value();
            if (value != null) {
                json.writeObjectPropertyStart("value");
                json.writeStringProperty("amount", value.amount().toPlainString());
                json.writeStringProperty("currency", value.currency());
                json.writeEndObject();
            }
            if (!event.attributes().isEmpty()) {
                json.writeObjectPropertyStart("attributes");
                event.attributes().forEach(json::writeStringProperty);
                json.writeEndObject();
            }
            writeText(json, "by", entry.by());
            json.writeEndObject();
        }
        return text.toString();
    }

    private static boolean isBare(Happening what) {
        return switch (what) {
            case Happening.Captured(),
                    Happening.Qualified(),
                    Happening.Accepted(),
                    Happening.Converted(),
                    Happening.Restored() -> true;
            case Happening.Voided(String reason) -> reason == null;
            case Happening.Reached _,
                    Happening.Disqualified _,
                    Happening.Rejected _,
                    Happening.Lost _,
                    Happening.Reverted _,
                    Happening.Feedback _ -> false;
        };
    }

    private static void writeWhat(JsonGenerator json, Happening what) {
        switch (what) {
            case Happening.Captured(),
                    Happening.Qualified(),
                    Happening.Accepted(),
                    Happening.Converted(),
                    Happening.Restored() -> {}
            case Happening.Reached(String stage) -> json.writeStringProperty("stage", stage);
            case Happening.Disqualified(String reason) -> json.writeStringProperty("reason", reason);
            case Happening.Rejected(String reason) -> json.writeStringProperty("reason", reason);
            case Happening.Lost(String reason) -> json.writeStringProperty("reason", reason);
            case Happening.Reverted(String reason) -> json.writeStringProperty("reason", reason);
            case Happening.Voided(String reason) -> writeText(json, "reason", reason);
            case Happening.Feedback(Mark verdict, List<String> reasons) -> {
                json.writeStringProperty("verdict", verdict.name().toLowerCase(Locale.ROOT));
                json.writeArrayPropertyStart("reasons");
                reasons.forEach(json::writeString);
                json.writeEndArray();
            }
        }
    }

    private static void writeText(JsonGenerator json, String name, @Nullable String text) {
        if (text != null) {
            json.writeStringProperty(name, text);
        }
    }

    /** Reads an event back from its columns. */
    static EventDetail read(String id, long at, String type, @Nullable String detail) {
        Parts parts = detail == null ? new Parts() : Parts.read(detail);
        LeadEvent event = new LeadEvent(id, at, parts.happening(type), parts.value, parts.attributes);
        return new EventDetail(event, parts.texts.get("comment"), parts.texts.get("by"));
    }

    /** What was read so far. */
    private static final class Parts {
        private final Map<String, String> texts = new LinkedHashMap<>();
        private final List<String> reasons = new ArrayList<>();
        private @Nullable Money value;
        private Map<String, String> attributes = Map.of();

        static Parts read(String detail) {
            Parts parts = new Parts();
            try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), detail)) {
                json.nextToken();
                while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                    parts.take(json, json.currentName());
                }
            }
            return parts;
        }

        private void take(JsonParser json, String name) {
            JsonToken token = json.nextToken();
            switch (name) {
                case "value" -> {
                    Map<String, String> money = texts(json);
                    value = new Money(new BigDecimal(required(money, "amount")), required(money, "currency"));
                }
                case "attributes" -> attributes = texts(json);
                case "reasons" -> {
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        reasons.add(json.getString());
                    }
                }
                default -> {
                    if (token == JsonToken.VALUE_STRING) {
                        texts.put(name, json.getString());
                    } else {
                        json.skipChildren();
                    }
                }
            }
        }

        private static Map<String, String> texts(JsonParser json) {
            Map<String, String> texts = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                texts.put(name, json.getString());
            }
            return texts;
        }

        private Happening happening(String type) {
            return switch (type) {
                case "lead.captured" -> new Happening.Captured();
                case "lead.qualified" -> new Happening.Qualified();
                case "lead.accepted" -> new Happening.Accepted();
                case "lead.converted" -> new Happening.Converted();
                case "lead.reached" -> new Happening.Reached(required(texts, "stage"));
                case "lead.disqualified" -> new Happening.Disqualified(required(texts, "reason"));
                case "lead.rejected" -> new Happening.Rejected(required(texts, "reason"));
                case "lead.lost" -> new Happening.Lost(required(texts, "reason"));
                case "lead.reverted" -> new Happening.Reverted(required(texts, "reason"));
                case "lead.feedback" ->
                    new Happening.Feedback(
                            Mark.valueOf(required(texts, "verdict").toUpperCase(Locale.ROOT)), reasons);
                case "lead.voided" -> new Happening.Voided(texts.get("reason"));
                case "lead.restored" -> new Happening.Restored();
                default -> throw new IllegalStateException("the log holds an event of a type that this version lacks");
            };
        }

        private static String required(Map<String, String> texts, String name) {
            return Objects.requireNonNull(texts.get(name), name);
        }
    }
}
