package dev.tundish.tracking;

import dev.tundish.grammar.JsonTree;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A message as JSON text again, without the key that it may have carried. */
final class CallText {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String KEY = "writeKey";

    private CallText() {}

    /** The call by itself: with its kind, and what its batch said. */
    static String of(Call call) {
        Map<String, Object> message = new java.util.LinkedHashMap<>(call.message());
        message.put("type", call.kind().code());
        return of(message);
    }

    static String of(Map<String, Object> message) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            write(out, message);
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, @Nullable Object value) {
        switch (value) {
            case Map<?, ?> object -> {
                out.writeStartObject();
                object.forEach((name, member) -> {
                    if (!KEY.equals(name) && !(member instanceof JsonTree.Twice)) {
                        out.writeName((String) name);
                        write(out, member);
                    }
                });
                out.writeEndObject();
            }
            case List<?> array -> {
                out.writeStartArray();
                array.forEach(each -> write(out, each));
                out.writeEndArray();
            }
            case String text -> out.writeString(text);
            case JsonTree.Literal(String literal) -> out.writeRawValue(literal);
            case null, default -> out.writeNull();
        }
    }
}
