package dev.tundish.dashboard;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reactor.core.publisher.Flux;

/** One rendering for all who look at the same: it runs while somebody does, and a little longer. */
public final class Shared<K> {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ConcurrentHashMap<K, Flux<Page>> pages = new ConcurrentHashMap<>();
    private final Function<K, Flux<Page>> rendered;

    public Shared(Function<K, Flux<Page>> rendered) {
        this.rendered = rendered;
    }

    /** The pages of this key. */
    public Flux<Page> of(K key) {
        return Flux.defer(() -> pages.computeIfAbsent(key, this::share));
    }

    private Flux<Page> share(K key) {
        return Flux.defer(() -> rendered.apply(key))
                .doFinally(_ -> pages.remove(key))
                .replay(1)
                .refCount(1, GRACE);
    }
}
