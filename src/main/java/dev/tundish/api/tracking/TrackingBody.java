package dev.tundish.api.tracking;

import dev.tundish.api.http.Json;
import dev.tundish.api.http.Problem;
import dev.tundish.api.http.Refusal;
import dev.tundish.grammar.JsonTree;
import dev.tundish.tracking.Calls;
import dev.tundish.tracking.Kind;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The body of a tracking call: one JSON object, whatever its Content-Type says (libraries send {@code text/plain}, to spare
 * a page the browser's question, or a form's type).
 */
record TrackingBody(Map<String, Object> members) {

    /** The most bytes, after inflation. */
    static final int LONGEST = 2 << 20;

    /** Reads it, or refuses with a 400: clients do not send the same again then. */
    static TrackingBody parse(byte[] body) {
        try (JsonParser in = Json.parser(body, 0, body.length)) {
            if (in.nextToken() == JsonToken.START_OBJECT) {
                Map<String, Object> members = JsonTree.object(in, name -> true);
                if (in.nextToken() == null) {
                    return new TrackingBody(members);
                }
            }
        } catch (JacksonException notJson) {
            throw unreadable("It is not JSON (RFC 8259, in UTF-8, nested at most " + Json.DEPTH + " deep).");
        }
        throw unreadable("It must be one JSON object.");
    }

    /** The key in the body, or null. */
    @Nullable
    String writeKey() {
        return members.get("writeKey") instanceof String key ? key.trim() : null;
    }

    /** Its calls. */
    Calls calls(@Nullable Kind kind) {
        if (kind != null) {
            return Calls.one(kind, members);
        }
        Calls batch = Calls.batch(members);
        if (batch == null) {
            throw unreadable("A batch has its calls in the list \"batch\".");
        }
        if (batch.size() > Calls.MOST) {
            throw new Refusal(Problem.tooLarge("A batch may have at most 2,500 calls."));
        }
        return batch;
    }

    private static Refusal unreadable(String detail) {
        return new Refusal(Problem.of(400, "unreadable-body", "The body cannot be read", detail));
    }
}
