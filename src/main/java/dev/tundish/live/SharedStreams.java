package dev.tundish.live;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;

/**
 * One hot stream for all who ask the same. It runs while somebody looks and for a grace time after, and gives a newcomer
 * its latest value at once.
 */
final class SharedStreams<K, V> {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final ConcurrentHashMap<K, Flux<V>> streams = new ConcurrentHashMap<>();

    /** The stream of this key, made by {@code cold} when nobody has it yet. */
    Flux<V> get(K key, Supplier<Flux<V>> cold) {
        return Flux.defer(() -> streams.computeIfAbsent(key, k -> shared(k, cold)));
    }

    private Flux<V> shared(K key, Supplier<Flux<V>> cold) {
        return Flux.defer(cold).doFinally(_ -> streams.remove(key)).replay(1).refCount(1, GRACE);
    }

    /** How many are running or in their grace time. */
    int size() {
        return streams.size();
    }
}
