package dev.tundish.report.postgres;

import dev.tundish.funnel.Cube;
import dev.tundish.funnel.Rules;
import dev.tundish.report.Versioned;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A cube in memory and the head that it stands at. Readers see one version throughout; a writer waits for them. */
final class WarmCube {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Rules rules;
    private final Cube cube;
    private final AtomicReference<@Nullable Mono<Boolean>> running = new AtomicReference<>();
    private volatile CubeLoader.Head head;
    private volatile int weighed;

    WarmCube(Rules rules, Cube cube, CubeLoader.Head head) {
        this.rules = rules;
        this.cube = cube;
        this.head = head;
    }

    Rules rules() {
        return rules;
    }

    CubeLoader.Head head() {
        return head;
    }

    /** Whether it stands at this head or later. An exchange of the epoch raises the version too. */
    boolean covers(CubeLoader.Head wanted) {
        return head.version() >= wanted.version();
    }

    /**
     * Runs the work, or joins the run that is under way: it may have begun before the caller's question. A run is over before
     * its end is told: who asks again on hearing of it must not join it once more, without an end.
     */
    Mono<Boolean> catchingUp(Mono<Boolean> work) {
        return Mono.defer(() -> {
            Mono<Boolean> mine = work.doOnTerminate(() -> running.set(null)).cache();
            Mono<Boolean> present = running.compareAndExchange(null, mine);
            return present == null ? mine : present;
        });
    }

    <T> Versioned<T> read(Function<Cube, T> work) {
        lock.readLock().lock();
        try {
            return new Versioned<>(head.version(), work.apply(cube));
        } finally {
            lock.readLock().unlock();
        }
    }

    void write(CubeLoader.Head reached, Consumer<Cube> work) {
        lock.writeLock().lock();
        try {
            work.accept(cube);
            head = reached;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Its weight in KiB, for the cache. */
    int weight() {
        weighed = (int) Math.min(Integer.MAX_VALUE, 1 + read(Cube::bytes).value() / 1024);
        return weighed;
    }

    /** Whether it is a tenth heavier than when it was weighed. */
    boolean outgrown() {
        return read(Cube::bytes).value() / 1024 > weighed + weighed / 10L;
    }
}
