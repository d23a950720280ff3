package dev.tundish.live;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The pace of what people see: the first change at once, then at most four a second, the latest wins. */
final class Conflation {

    /** The shortest time between two pictures. */
    static final Duration PACE = Duration.ofMillis(250);

    private Conflation() {}

    /**
     * Answers each trigger that it has time for. One answer is worked on at a time; triggers that come meanwhile, or
     * before the pace allows, become one (the bound of the queue is 1).
     */
    static <T, R> Flux<R> answer(Flux<T> triggers, Function<T, ? extends Publisher<R>> work) {
        return answer(triggers, work, () -> PACE);
    }

    /** The same with a pace of its own, asked after each answer. */
    static <T, R> Flux<R> answer(Flux<T> triggers, Function<T, ? extends Publisher<R>> work, Supplier<Duration> pace) {
        return triggers.onBackpressureLatest()
                .concatMap(
                        t -> Flux.concat(
                                work.apply(t),
                                Mono.defer(() -> Mono.delay(pace.get())).then(Mono.<R>empty())),
                        0);
    }
}
