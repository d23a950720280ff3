package dev.tundish.live;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.util.retry.Retry;

/** What a live stream does while the database is away: it is silent, asks again, and goes on by itself. */
final class Recovery {

    private static final Logger log = LoggerFactory.getLogger(Recovery.class);

    private Recovery() {}

    /** Tries again for as long as somebody looks. A question that cannot be answered fails at once. */
    static Retry retry(String what) {
        return Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
                .maxBackoff(Duration.ofSeconds(2))
                .filter(e -> !(e instanceof IllegalArgumentException))
                .doBeforeRetry(signal -> {
                    if (signal.totalRetriesInARow() == 0) {
                        log.warn(
                                "{}: no answer, asking again until there is one: {}",
                                what,
                                signal.failure().toString());
                    }
                });
    }
}
