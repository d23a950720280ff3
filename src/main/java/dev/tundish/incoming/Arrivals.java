package dev.tundish.incoming;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Counts what arrives by its source, and keeps what was refused for {@link #DAYS} days, bounded per source: of a flood
 * only the counts are whole. What is accepted costs a counter in memory, written down every second.
 */
public interface Arrivals {

    /** How long what was refused is kept. */
    int DAYS = 7;

    /**
     * Notes what came at once from a source. Empty when it is kept: whoever promised not to lose what was refused waits
     * for it; for others it is no reason to fail.
     *
     * @param refused what there is to keep of the refused; may be fewer than were counted
     */
    Mono<Void> note(Source source, Instant at, Heard heard, List<Refused> refused);
}
