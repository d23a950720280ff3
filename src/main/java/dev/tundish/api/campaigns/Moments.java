package dev.tundish.api.campaigns;

import dev.tundish.api.http.JsonObject;
import dev.tundish.grammar.Rfc3339;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Moments in a body. */
final class Moments {

    private Moments() {}

    /** The moment, or null: it was not sent, or it is none, which has been noted. */
    static @Nullable Instant read(JsonObject body, String field, Set<String> noted) {
        Object value = body.get(field);
        if (value == null) {
            return null;
        }
        OptionalLong micros = value instanceof String text ? Rfc3339.micros(text) : OptionalLong.empty();
        if (micros.isEmpty()) {
            noted.add(field);
            return body.wrong(field, "must be a moment by RFC 3339, such as 2026-11-23T09:00:00+01:00.");
        }
        return Instant.EPOCH.plus(micros.getAsLong(), ChronoUnit.MICROS);
    }
}
