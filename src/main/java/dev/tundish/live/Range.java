package dev.tundish.live;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The time that is looked at. What it means is found anew at every moment, so that an open page rolls on. */
public sealed interface Range {

    /** Everything since ever. */
    record Whole() implements Range {}

    /** Up to now, rolling. */
    record Last(Duration length) implements Range {}

    /** The present day of the campaign's zone. */
    record Today() implements Range {}

    /**
     * From one local time of the campaign's zone up to another, which is no longer in it.
     *
     * @throws IllegalArgumentException when both are left out, or the first is not before the second
     */
    record Between(@Nullable LocalDateTime from, @Nullable LocalDateTime to) implements Range {
        public Between {
            if (from == null && to == null) {
                throw new IllegalArgumentException("a range has at least one bound");
            }
            if (from != null && to != null && !from.isBefore(to)) {
                throw new IllegalArgumentException("a range begins before it ends");
            }
        }
    }

    /** Half-open, on whole minutes; null: no bound. */
    record Bounds(@Nullable Instant from, @Nullable Instant to) {}

    /** What it means at this moment. A range up to now has no end: what is still under way belongs to it. */
    default Bounds at(Instant now, ZoneId zone) {
        return switch (this) {
            case Whole() -> new Bounds(null, null);
            case Last(Duration length) -> new Bounds(now.minus(length).truncatedTo(ChronoUnit.MINUTES), null);
            case Today() ->
                new Bounds(now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant(), null);
            case Between(LocalDateTime from, LocalDateTime to) -> new Bounds(instant(from, zone), instant(to, zone));
        };
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime local, ZoneId zone) {
        return local == null ? null : ZonedDateTime.of(local, zone).toInstant().truncatedTo(ChronoUnit.MINUTES);
    }
}
