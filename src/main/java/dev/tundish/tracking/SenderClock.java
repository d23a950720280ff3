package dev.tundish.tracking;

import dev.tundish.grammar.Rfc3339;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * When a tracked event happened, by a clock that may be wrong.
 *
 * <p>Segment's rule is {@code receivedAt - (sentAt - originalTimestamp)}: it takes every difference of {@code sentAt} from
 * the server's clock for the sender's skew. But a library that tries again later often sends the {@code sentAt} of the
 * first try, and the rule then moves the event by as long as it was under way. A {@code sentAt} in the past says nothing
 * therefore, and the event keeps its time. One in the future can only come of a clock that is ahead; the event is put back
 * by as much, as long as it is less than a day. And no event happened after it came.
 */
final class SenderClock {

    private static final long SECOND = 1_000_000;
    private static final long SLACK = 5 * SECOND;
    private static final long MOST = 24 * 60 * 60 * SECOND;

    private SenderClock() {}

    /**
     * The moment as text of RFC 3339: as it was sent when there is nothing to correct; null: the call says no time.
     *
     * @param received microseconds since the epoch
     */
    static @Nullable String at(@Nullable String timestamp, @Nullable String sentAt, long received) {
        OptionalLong sent = timestamp == null ? OptionalLong.empty() : Rfc3339.micros(timestamp);
        if (sent.isEmpty()) {
            return timestamp;
        }
        long at = sent.getAsLong() - ahead(sentAt, received);
        long past = at > received && at - received < MOST ? received : at;
        return past == sent.getAsLong() ? timestamp : text(past);
    }

    /** How far the sender's clock is ahead, as far as that can be known. */
    private static long ahead(@Nullable String sentAt, long received) {
        OptionalLong sent = sentAt == null ? OptionalLong.empty() : Rfc3339.micros(sentAt);
        long ahead = sent.orElse(received) - received;
        return ahead > SLACK && ahead < MOST ? ahead : 0;
    }

    private static String text(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * 1_000)
                .toString();
    }
}
