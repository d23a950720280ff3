package dev.tundish.incoming;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One source and how it does.
 *
 * @param name of the key or the address
 * @param inForce whether it may still send
 * @param mapped whether an address has a mapping; a key needs none
 * @param day what was heard in the last 24 hours
 * @param lastAt when it was heard last; null: not yet
 * @param expected how long it may be silent; null: as long as it likes
 * @param expectedSince when that was said
 */
public record SourceState(
        Source source,
        String name,
        boolean inForce,
        boolean mapped,
        Heard day,
        @Nullable Instant lastAt,
        @Nullable Duration expected,
        @Nullable Instant expectedSince) {

    /** Since when it is silent for longer than was said, or null: it is not. */
    public @Nullable Instant silentSince(Instant now) {
        if (expected == null || expectedSince == null || !inForce) {
            return null;
        }
        // whoever sets it this minute has not been let down yet
        Instant heard = lastAt == null || lastAt.isBefore(expectedSince) ? expectedSince : lastAt;
        return heard.plus(expected).isBefore(now) ? (lastAt == null ? expectedSince : lastAt) : null;
    }
}
