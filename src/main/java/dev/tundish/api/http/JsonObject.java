package dev.tundish.api.http;

import dev.tundish.grammar.JsonTree;
import dev.tundish.grammar.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The body of a request as one JSON object, with all that is wrong in it, field by field. */
public final class JsonObject {

    private final Map<String, Object> members;
    private final List<Map<String, String>> errors = new ArrayList<>();
    private final List<String> nulls;

    private JsonObject(Map<String, Object> members, List<String> nulls) {
        this.members = members;
        this.nulls = nulls;
    }

    /** Reads it, or refuses with a 400. */
    public static JsonObject parse(byte[] body) {
        try (JsonParser in = Json.parser(body, 0, body.length)) {
            if (in.nextToken() == JsonToken.START_OBJECT) {
                List<String> names = new ArrayList<>();
                Map<String, Object> members = JsonTree.object(in, names::add);
                names.removeAll(members.keySet());
                if (in.nextToken() == null) {
                    return new JsonObject(members, names);
                }
            }
        } catch (JacksonException notJson) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static Refusal unreadable() {
        return new Refusal(
                Problem.of(400, "unreadable-body", "The body cannot be read", "It must be one JSON object."));
    }

    /** A member (see {@link JsonTree}), or null. */
    public @Nullable Object get(String field) {
        return members.get(field);
    }

    /** Whether the member was sent as null, which is more than being left out. */
    public boolean isNull(String field) {
        return nulls.contains(field);
    }

    /** Text of 1 to so many characters that are not all white space, or null. */
    public @Nullable String text(String field, int most) {
        Object value = members.get(field);
        if (value == null) {
            return null;
        }
        if (value instanceof String text && Text.isLine(text, most)) {
            return text;
        }
        return wrong(field, "must be text of 1 to " + most + " characters, without line breaks.");
    }

    /** Notes that a field is wrong; always null. */
    public <T> @Nullable T wrong(String field, String sentence) {
        errors.add(Map.of("field", field, "detail", "\"" + field + "\" " + sentence));
        return null;
    }

    /** Refuses with all that was noted, if there is something. */
    public void refuseIfWrong() {
        if (!errors.isEmpty()) {
            throw new Refusal(
                    Problem.fields(errors.stream().filter(Objects::nonNull).toList()));
        }
    }
}
