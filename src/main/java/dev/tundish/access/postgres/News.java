package dev.tundish.access.postgres;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Tells this node's listeners that somebody's rights or sessions have changed. A listener that is busy hears the last ring. */
final class News {

    private final Sinks.Many<Long> rings = Sinks.many().multicast().directBestEffort();
    private final AtomicLong number = new AtomicLong();

    void ring() {
        rings.emitNext(number.incrementAndGet(), Sinks.EmitFailureHandler.busyLooping(Duration.ofMillis(100)));
    }

    Flux<Long> heard() {
        return rings.asFlux().onBackpressureLatest();
    }
}
