package dev.tundish.incoming;

import dev.tundish.grammar.JsonTree;
import dev.tundish.grammar.StrictJson;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a program sent, of any shape: {@link Map}, {@link List}, {@link String}, {@link JsonTree.Literal} or null. Of a
 * member that stands twice the last one holds, as most programs have it.
 */
public final class Sent {

    private static final JsonFactory WRITER = new JsonFactory();

    private Sent() {}

    /** Thrown for what is no JSON; its message holds nothing of what was sent. */
    public static final class NotJson extends Exception {
        private static final long serialVersionUID = 1;

        NotJson() {
            super("It is not JSON (RFC 8259, in UTF-8, nested at most " + StrictJson.DEPTH + " deep).");
        }
    }

    /** Reads bytes of UTF-8. */
    public static @Nullable Object read(byte[] utf8) throws NotJson {
        try (JsonParser in = StrictJson.parser(utf8, 0, utf8.length)) {
            return whole(in);
        } catch (JacksonException wrong) {
            throw new NotJson();
        }
    }

    /** Reads what {@link #write} wrote. */
    public static @Nullable Object read(String text) throws NotJson {
        try (JsonParser in = StrictJson.parser(text)) {
            return whole(in);
        } catch (JacksonException wrong) {
            throw new NotJson();
        }
    }

    private static @Nullable Object whole(JsonParser in) throws NotJson {
        if (in.nextToken() == null) {
            throw new NotJson();
        }
        Object value = value(in);
        if (in.nextToken() != null) {
            throw new NotJson();
        }
        return value;
    }

    private static @Nullable Object value(JsonParser in) {
        JsonToken token = in.currentToken();
        return switch (token) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                for (String name = in.nextName(); name != null; name = in.nextName()) {
                    in.nextToken();
                    members.put(name, value(in));
                }
                yield members;
            }
            case START_ARRAY -> {
                List<@Nullable Object> values = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    values.add(value(in));
                }
                yield values;
            }
            case VALUE_STRING -> in.getString();
            case VALUE_NULL -> null;
            default -> new JsonTree.Literal(in.getString());
        };
    }

    /** As JSON text. The same value gives the same text. */
    public static String write(@Nullable Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = WRITER.createGenerator(ObjectWriteContext.empty(), text)) {
            write(json, value);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Map<?, ?> members -> {
                json.writeStartObject();
                members.forEach((name, member) -> {
                    json.writeName((String) name);
                    write(json, member);
                });
                json.writeEndObject();
            }
            case List<?> values -> {
                json.writeStartArray();
                values.forEach(each -> write(json, each));
                json.writeEndArray();
            }
            case JsonTree.Literal(String text) -> json.writeRawValue(text);
            default -> json.writeString(value.toString());
        }
    }
}
