package dev.tundish.api.keys;

import dev.tundish.access.PublicUse;
import dev.tundish.access.Scope;
import dev.tundish.api.http.JsonObject;
import dev.tundish.grammar.JsonTree;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is asked for a key that pages shall carry. */
final class PublicKeyRequest {

    private static final int ORIGINS = 100;

    private PublicKeyRequest() {}

    /** Its part of the body, or null: the key is no public one. */
    static @Nullable PublicUse of(
            JsonObject body,
            @Nullable Set<String> scopes,
            @Nullable Set<String> campaigns,
            @Nullable Set<String> types) {
        Object asked = body.get("public");
        if (asked == null) {
            return null;
        }
        if (!(asked instanceof Map<?, ?> use)) {
            return body.wrong("public", "must be an object such as {\"origins\": [\"https://www.example.com\"]}.");
        }
        if (campaigns == null) {
            body.wrong(
                    "campaigns", "is needed for a public key: the keys of the campaigns that it captures leads for.");
        }
        if (scopes != null && !scopes.equals(Set.of(Scope.INGEST.code()))) {
            body.wrong("scopes", "must be left out, or ingest alone: a public key only captures leads.");
        }
        if (types != null && !types.equals(Set.of(PublicUse.TYPE))) {
            body.wrong("types", "must be left out, or lead.captured alone: a public key only captures leads.");
        }
        Set<String> origins = origins(body, use.get("origins"));
        int perMinute = perMinute(body, use.get("perMinute"));
        return origins.isEmpty() ? null : new PublicUse(origins, perMinute);
    }

    private static Set<String> origins(JsonObject body, @Nullable Object asked) {
        Set<String> origins = new LinkedHashSet<>();
        if (asked instanceof List<?> list && list.size() <= ORIGINS) {
            for (Object each : list) {
                Optional<String> origin = each instanceof String text ? PublicUse.origin(text) : Optional.empty();
                if (origin.isEmpty()) {
                    origins.clear();
                    break;
                }
                origins.add(origin.get());
            }
        }
        if (origins.isEmpty()) {
            body.wrong("public.origins", "must be a list of 1 to 100 origins, such as https://www.example.com.");
        }
        return origins;
    }

    private static int perMinute(JsonObject body, @Nullable Object asked) {
        if (asked == null) {
            return PublicUse.USUAL_PER_MINUTE;
        }
        int perMinute = asked instanceof JsonTree.Literal(String text) && text.matches("[1-9][0-9]{0,5}")
                ? Integer.parseInt(text)
                : 0;
        if (perMinute < 1 || perMinute > PublicUse.MOST_PER_MINUTE) {
            body.wrong("public.perMinute", "must be a whole number from 1 to 100,000.");
        }
        return perMinute;
    }
}
