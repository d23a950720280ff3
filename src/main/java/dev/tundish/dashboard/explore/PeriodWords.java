package dev.tundish.dashboard.explore;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Periods as pages and addresses take them. */
final class PeriodWords {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    private PeriodWords() {}

    static ExploreJson.Period of(Instant from, @Nullable Instant to, ZoneId zone) {
        return new ExploreJson.Period(
                from.toEpochMilli(),
                to == null ? null : Long.valueOf(to.toEpochMilli()),
                local(from, zone),
                to == null ? null : local(to, zone));
    }

    /** A local time of the campaign's zone. */
    static String local(Instant instant, ZoneId zone) {
        return MINUTES.format(instant.atZone(zone));
    }
}
