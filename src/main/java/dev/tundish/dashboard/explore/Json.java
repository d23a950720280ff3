package dev.tundish.dashboard.explore;

import dev.tundish.funnel.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the pictures of these pages have in common. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    record Value(String currency, String amount) {}

    static String text(Object picture) {
        return MAPPER.writeValueAsString(picture);
    }

    static @Nullable Value value(@Nullable Money money) {
        return money == null ? null : new Value(money.currency(), money.amount().toPlainString());
    }

    /** A zone as people and browsers know it: Java calls one of them Z. */
    static String zone(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /** A bound of a range, as pages tell it. */
    static @Nullable Long millis(@Nullable Instant bound) {
        return bound == null ? null : Long.valueOf(bound.toEpochMilli());
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
