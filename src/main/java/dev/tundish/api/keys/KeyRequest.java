package dev.tundish.api.keys;

import dev.tundish.access.PublicUse;
import dev.tundish.access.Scope;
import dev.tundish.api.http.JsonObject;
import dev.tundish.grammar.Names;
import dev.tundish.intake.EventTypes;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is asked for.
 *
 * @param publicUse null: a server keeps it to itself; else it only captures leads, in its campaigns
 */
record KeyRequest(
        String name,
        Set<Scope> scopes,
        @Nullable Set<String> campaigns,
        @Nullable Set<String> types,
        @Nullable PublicUse publicUse) {

    private static final int NAME = 128;

    static KeyRequest of(JsonObject body) {
        String name = body.text("name", NAME);
        if (name == null) {
            body.wrong("name", "is needed: what people know the key by.");
        }
        Set<String> codes = Arrays.stream(Scope.values()).map(Scope::code).collect(Collectors.toSet());
        Set<String> scopes = set(body, "scopes", codes::contains, "must be a list of ingest, read, leads, admin.");
        boolean isPublic = body.get("public") != null;
        if (scopes == null && !isPublic) {
            body.wrong("scopes", "is needed: a list of ingest, read, leads, admin.");
        }
        Set<String> campaigns =
                set(body, "campaigns", Names::isCampaignKey, "must be a list of campaigns' keys, or left out for all.");
        Set<String> types =
                set(body, "types", EventTypes::isKnown, "must be a list of types of events, or left out for all.");
        PublicUse publicUse = PublicKeyRequest.of(body, scopes, campaigns, types);
        body.refuseIfWrong();
        return new KeyRequest(
                name == null ? "" : name,
                Arrays.stream(Scope.values())
                        .filter(s -> scopes != null && scopes.contains(s.code()))
                        .collect(Collectors.toUnmodifiableSet()),
                campaigns,
                types,
                publicUse);
    }

    private static @Nullable Set<String> set(JsonObject body, String field, Predicate<String> fits, String sentence) {
        Object value = body.get(field);
        if (value == null) {
            return null;
        }
        Set<String> set = new LinkedHashSet<>();
        if (value instanceof List<?> list && !list.isEmpty() && list.size() <= 1_000) {
            for (Object each : list) {
                if (!(each instanceof String text) || !fits.test(text)) {
                    body.wrong(field, sentence);
                    return null;
                }
                set.add(text);
            }
            return set;
        }
        body.wrong(field, sentence);
        return null;
    }
}
