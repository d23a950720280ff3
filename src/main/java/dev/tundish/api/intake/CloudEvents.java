package dev.tundish.api.intake;

import dev.tundish.grammar.JsonTree;
import dev.tundish.incoming.Sent;
import dev.tundish.intake.EventParser;
import dev.tundish.intake.Item;
import dev.tundish.intake.Reject;
import dev.tundish.journal.RejectCode;
import dev.tundish.tracking.CloudEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.core.JsonToken;

/**
 * CloudEvents 1.0 over HTTP: structured and in batches, in their JSON form; and binary, with the envelope in headers and
 * the data as the body.
 */
final class CloudEvents {

    static final MediaType STRUCTURED = MediaType.valueOf("application/cloudevents+json");
    static final MediaType BATCH = MediaType.valueOf("application/cloudevents-batch+json");
    private static final String HEADER = "ce-";

    private CloudEvents() {}

    /** Whether the envelope is in the headers. */
    static boolean isBinary(HttpHeaders headers) {
        return headers.containsHeader(HEADER + "specversion");
    }

    /** Reads each object as a whole envelope. */
    static ItemReader enveloped(long now) {
        return (in, index) -> {
            if (in.currentToken() != JsonToken.START_OBJECT) {
                in.skipChildren();
                return refused(index, "A CloudEvent is a JSON object.");
            }
            return CloudEvent.judge(JsonTree.object(in, name -> true), now, index);
        };
    }

    /** Reads the data of the event whose envelope is in these headers. */
    static ItemReader binary(HttpHeaders headers, long now) {
        Map<String, Object> envelope = envelope(headers);
        return (in, index) -> {
            envelope.put("data", JsonTree.object(in, EventParser.FIELDS::contains));
            return CloudEvent.judge(envelope, now, index);
        };
    }

    /** A binary one as a structured one, which says the same in one text. */
    static byte[] structured(HttpHeaders headers, byte[] body) {
        try {
            Map<String, @Nullable Object> whole = new LinkedHashMap<>(envelope(headers));
            whole.put("data", Sent.read(body));
            return Sent.write(whole).getBytes(StandardCharsets.UTF_8);
        } catch (Sent.NotJson neverWasRead) {
            throw new IllegalStateException(neverWasRead);
        }
    }

    private static Map<String, Object> envelope(HttpHeaders headers) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        headers.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(HEADER)) {
                envelope.put(lower.substring(HEADER.length()), decoded(values.getFirst()));
            }
        });
        return envelope;
    }

    /** Headers hold percent-encoded UTF-8; a plus sign is itself. */
    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItIs) {
            return value;
        }
    }

    private static Item refused(long index, String detail) {
        return new Item.Refused(new Reject(index, null, RejectCode.INVALID_FIELD, detail));
    }
}
