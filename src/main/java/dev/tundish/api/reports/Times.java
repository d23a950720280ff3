package dev.tundish.api.reports;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Moments in answers: RFC 3339 in UTC. */
final class Times {

    private Times() {}

    static String text(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }

    static @Nullable String textOrNull(@Nullable Long micros) {
        return micros == null ? null : text(micros);
    }
}
