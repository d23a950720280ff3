package dev.tundish.grammar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A JSON value as plain Java: {@link Map}, {@link List}, {@link String}, null, {@link Literal} (number, true, false). A
 * member that is null is absent; one that stands twice is a {@link Twice}.
 */
public final class JsonTree {

    /** A number, true or false, as it was written. */
    public record Literal(String text) {}

    /** In place of a member that stands twice: which of them was meant cannot be known. */
    public record Twice() {}

    private static final Twice TWICE = new Twice();

    private JsonTree() {}

    /** The value at the parser's current token. */
    public static @Nullable Object read(JsonParser in) {
        JsonToken token = in.currentToken();
        if (token == null) {
            return null;
        }
        return switch (token) {
            case START_OBJECT -> object(in, name -> true);
            case START_ARRAY -> array(in);
            case VALUE_STRING -> in.getString();
            case VALUE_NULL -> null;
            default -> new Literal(in.getString());
        };
    }

    /** The object at the parser's current token, with the members that are wanted. */
    public static Map<String, Object> object(JsonParser in, Predicate<String> wanted) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            if (!wanted.test(name)) {
                in.skipChildren();
                continue;
            }
            Object value = read(in);
            if (value != null) {
                members.merge(name, value, (a, b) -> TWICE);
            }
        }
        return members;
    }

    private static List<@Nullable Object> array(JsonParser in) {
        List<@Nullable Object> values = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            values.add(read(in));
        }
        return values;
    }
}
