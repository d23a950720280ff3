package dev.tundish.tracking;

import dev.tundish.intake.Reject;
import dev.tundish.journal.RejectCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The calls in a body.
 *
 * @param rejects what is no call, by its place
 */
public record Calls(List<Call> calls, List<Reject> rejects) {

    /** The most in one body. */
    public static final int MOST = 2_500;

    /** What a batch says once for all of its calls. */
    private static final List<String> SHARED = List.of("sentAt", "context");

    /** How many there are. */
    public int size() {
        return calls.size() + rejects.size();
    }

    /** One call of this kind. */
    public static Calls one(Kind kind, Map<String, Object> body) {
        return new Calls(List.of(new Call(0, kind, body)), List.of());
    }

    /** The calls of a batch; null: it has none. */
    public static @Nullable Calls batch(Map<String, Object> body) {
        if (!(body.get("batch") instanceof List<?> items)) {
            return null;
        }
        List<Call> calls = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            Call call = items.get(index) instanceof Map<?, ?> message ? call(index, body, message) : null;
            if (call == null) {
                rejects.add(new Reject(
                        index,
                        null,
                        RejectCode.INVALID_FIELD,
                        "Each item of \"batch\" is an object whose \"type\" is track, identify, alias, page, screen or"
                                + " group."));
            } else {
                calls.add(call);
            }
        }
        return new Calls(calls, rejects);
    }

    private static @Nullable Call call(int index, Map<String, Object> body, Map<?, ?> sent) {
        Map<String, Object> message = new LinkedHashMap<>();
        sent.forEach((name, value) -> message.put((String) name, value));
        for (String member : SHARED) {
            Object shared = body.get(member);
            if (shared != null) {
                message.merge(member, shared, Calls::over);
            }
        }
        return Kind.of(String.valueOf(message.get("type")))
                .map(kind -> new Call(index, kind, message))
                .orElse(null);
    }

    /** What the call says itself goes over what the batch says. */
    private static Object over(Object own, Object shared) {
        if (!(own instanceof Map<?, ?> ownMembers) || !(shared instanceof Map<?, ?> sharedMembers)) {
            return own;
        }
        Map<Object, Object> both = new LinkedHashMap<>(sharedMembers);
        both.putAll(ownMembers);
        return both;
    }
}
