package dev.tundish.api.intake;

import dev.tundish.api.http.Json;
import dev.tundish.api.http.Problem;
import dev.tundish.api.http.Refusal;
import dev.tundish.intake.Item;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads a JSON body: one event, an array of them, or whichever comes; all of it before anything is written. */
final class JsonBatch {

    /** The most bytes, after inflation. */
    static final int LONGEST = 2 << 20;

    /** The most events. */
    static final int MOST = 2_500;

    private JsonBatch() {}

    /** One event, or an array of them. */
    static List<Item> parse(byte[] body, ItemReader events) {
        return read(body, events, true, true);
    }

    /** One event alone. */
    static List<Item> one(byte[] body, ItemReader event) {
        return read(body, event, true, false);
    }

    /** An array of events alone. */
    static List<Item> several(byte[] body, ItemReader events) {
        return read(body, events, false, true);
    }

    private static List<Item> read(byte[] body, ItemReader events, boolean one, boolean several) {
        try (JsonParser in = Json.parser(body, 0, body.length)) {
            JsonToken first = in.nextToken();
            if (first == null) {
                throw refused("It is empty: send one event, or an array of events.");
            }
            List<Item> items;
            if (first == JsonToken.START_OBJECT && one) {
                items = List.of(events.read(in, 0));
            } else if (first == JsonToken.START_ARRAY && several) {
                items = array(in, events);
            } else {
                throw refused("It must be "
                        + (one ? "one event (an object)" : "")
                        + (one && several ? ", or " : "")
                        + (several ? "an array of events" : "")
                        + ".");
            }
            if (in.nextToken() != null) {
                throw refused("Something follows after its end. For a line an event, use application/x-ndjson.");
            }
            return items;
        } catch (JacksonException notJson) {
            throw refused("It is not JSON (RFC 8259, in UTF-8, nested at most " + Json.DEPTH + " deep).");
        }
    }

    private static List<Item> array(JsonParser in, ItemReader events) {
        List<Item> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == MOST) {
                throw new Refusal(
                        Problem.tooLarge("It may have at most 2,500 events. For more, use application/x-ndjson."));
            }
            items.add(events.read(in, items.size()));
        }
        if (items.isEmpty()) {
            throw refused("It is an empty array: send one event at least.");
        }
        return items;
    }

    private static Refusal refused(String detail) {
        return new Refusal(Problem.of(400, "unreadable-body", "The body cannot be read", detail));
    }
}
