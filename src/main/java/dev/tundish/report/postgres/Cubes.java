package dev.tundish.report.postgres;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tundish.funnel.Cube;
import dev.tundish.report.Versioned;
import java.time.Duration;
import java.util.function.BiFunction;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The cubes in memory: loaded when first asked for, kept while used, as many as their weight allows. */
final class Cubes {

    private static final Duration UNUSED = Duration.ofMinutes(30);

    private final CubeLoader loader;
    private final Scheduler scheduler;
    private final AsyncCache<Integer, WarmCube> cache;

    Cubes(CubeLoader loader, Scheduler scheduler, DataSize memory) {
        this.loader = loader;
        this.scheduler = scheduler;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(Math.max(1, memory.toKilobytes()))
                .weigher((Integer _, WarmCube warm) -> warm.weight())
                .expireAfterAccess(UNUSED)
                .buildAsync();
    }

    /** What the work makes of the campaign's cube, at least of the version that is current now; empty: unknown. */
    <T> Mono<Versioned<T>> read(int campaign, BiFunction<WarmCube, Cube, T> work) {
        return loader.head(campaign)
                .flatMap(head -> warm(campaign).flatMap(warm -> advance(campaign, warm, head)))
                .publishOn(scheduler)
                .map(warm -> warm.read(cube -> work.apply(warm, cube)));
    }

    /** Whether the campaign's cube is in memory, so that a question to it waits for no loading. */
    boolean holds(int campaign) {
        var loaded = cache.getIfPresent(campaign);
        return loaded != null && loaded.isDone();
    }

    private Mono<WarmCube> warm(int campaign) {
        return Mono.fromFuture(
                () -> cache.get(campaign, (id, _) -> loader.load(id).toFuture()), true);
    }

    private Mono<WarmCube> advance(int campaign, WarmCube warm, CubeLoader.Head head) {
        if (warm.covers(head)) {
            return Mono.just(warm);
        }
        return warm.catchingUp(loader.catchUp(campaign, warm))
                .doOnError(_ -> forget(campaign, warm)) // it may be half written
                .flatMap(caughtUp -> {
                    if (caughtUp) {
                        weighAgain(campaign, warm);
                        return advance(campaign, warm, head);
                    }
                    forget(campaign, warm);
                    return warm(campaign).flatMap(fresh -> advance(campaign, fresh, head));
                });
    }

    private void forget(int campaign, WarmCube warm) {
        cache.synchronous().asMap().remove(campaign, warm);
    }

    /** The cache weighs what is put, not what grows in it. */
    private void weighAgain(int campaign, WarmCube warm) {
        if (warm.outgrown()) {
            cache.synchronous().asMap().replace(campaign, warm, warm);
        }
    }
}
