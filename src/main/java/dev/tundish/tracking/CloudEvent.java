package dev.tundish.tracking;

import dev.tundish.grammar.JsonTree;
import dev.tundish.grammar.StrictJson;
import dev.tundish.intake.EventParser;
import dev.tundish.intake.EventTypes;
import dev.tundish.intake.Item;
import dev.tundish.intake.Reject;
import dev.tundish.journal.RejectCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * From a CloudEvent 1.0 in its JSON form to an event (contract, 9): the envelope says type, id, time and subject, the data
 * what remains of the event's members.
 */
public final class CloudEvent {

    private static final Set<String> NEEDED = Set.of("id", "source", "type");

    private CloudEvent() {}

    /**
     * Judges one.
     *
     * @param envelope as it was sent (see {@link JsonTree})
     * @param now microseconds since the epoch
     */
    public static Item judge(Map<String, Object> envelope, long now, long index) {
        if (!"1.0".equals(envelope.get("specversion"))) {
            return refused(
                    index, RejectCode.INVALID_FIELD, "\"specversion\" must be \"1.0\": send a CloudEvent of it.");
        }
        for (String name : NEEDED) {
            if (!(envelope.get(name) instanceof String text) || text.isEmpty()) {
                return refused(index, RejectCode.MISSING_FIELD, "\"" + name + "\" is needed in every CloudEvent.");
            }
        }
        Map<String, Object> members = new LinkedHashMap<>();
        Map<?, ?> data = data(envelope);
        if (data == null) {
            return refused(index, RejectCode.INVALID_FIELD, "\"data\" must be an object with the event's members.");
        }
        data.forEach((name, value) -> {
            if (EventParser.FIELDS.contains((String) name)) {
                members.put((String) name, value);
            }
        });
        members.put("type", type(String.valueOf(envelope.get("type"))));
        members.put("id", Ids.bounded(envelope.get("source") + " " + envelope.get("id")));
        if (envelope.get("time") != null) {
            members.put("at", envelope.get("time"));
        }
        if (envelope.get("subject") != null) {
            members.putIfAbsent("lead", envelope.get("subject"));
        }
        return new EventParser(now).judge(members, index);
    }

    /** The event's own type, whatever stands before it, such as {@code dev.tundish.lead.captured}. */
    private static String type(String type) {
        int last = type.lastIndexOf('.');
        String own = type.substring(type.lastIndexOf('.', Math.max(0, last - 1)) + 1);
        return EventTypes.isKnown(own) ? own : type;
    }

    /** The data's members; none when there is no data; null when it is something else. */
    private static @Nullable Map<?, ?> data(Map<String, Object> envelope) {
        if (envelope.get("data_base64") instanceof String encoded) {
            return decoded(encoded);
        }
        Object data = envelope.get("data");
        return data == null ? Map.of() : data instanceof Map<?, ?> members ? members : null;
    }

    private static @Nullable Map<?, ?> decoded(String encoded) {
        try {
            String json = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            try (JsonParser in = StrictJson.parser(json)) {
                return in.nextToken() == JsonToken.START_OBJECT ? JsonTree.object(in, name -> true) : null;
            }
        } catch (IllegalArgumentException | JacksonException noJson) {
            return null;
        }
    }

    private static Item refused(long index, RejectCode code, String detail) {
        return new Item.Refused(new Reject(index, null, code, detail));
    }
}
