package dev.tundish.live;

import dev.tundish.journal.Changes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One answer about a campaign, kept true at a pace of its own. Asked by one stream only. */
final class LiveAnswer<T> {

    private static final Duration ANEW = Duration.ofSeconds(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    private final int campaign;
    private final Duration pace;
    private final Function<Instant, Mono<T>> question;
    private final Changes changes;
    private final InstantSource clock;
    private final AtomicLong told = new AtomicLong();
    private long known = -1;
    private Instant asked = Instant.MIN;
    private Live.@Nullable Kept<T> last;

    LiveAnswer(int campaign, Duration pace, Function<Instant, Mono<T>> question, Changes changes, InstantSource clock) {
        this.campaign = campaign;
        this.pace = pace;
        this.question = question;
        this.changes = changes;
        this.clock = clock;
    }

    Flux<Live.Kept<T>> stream() {
        Flux<Trigger> triggers = Flux.merge(
                changes.of(campaign)
                        .doOnNext(change -> told.accumulateAndGet(change.version(), Math::max))
                        .map(change -> new Trigger.Changed(change.version())),
                changes.beats().map(Trigger.Beat::new));
        return Conflation.answer(triggers, this::answer);
    }

    /** A change that comes before its time is answered by the first beat after it. */
    private Mono<Live.Kept<T>> answer(Trigger trigger) {
        Instant now = clock.instant();
        Live.Kept<T> before = last;
        boolean changed = known < told.get() && !now.isBefore(asked.plus(pace));
        if (before == null || changed || !now.isBefore(asked.plus(ANEW))) {
            return ask().retryWhen(Recovery.retry("live answer"));
        }
        // While a change waits for its time the answer is complete to no later moment than it was.
        return known >= told.get()
                        && trigger instanceof Trigger.Beat(Instant at)
                        && !at.isBefore(before.completeTo().plus(HEARTBEAT))
                ? Mono.just(remember(new Live.Kept<>(at, before.value())))
                : Mono.empty();
    }

    private Mono<Live.Kept<T>> ask() {
        return Mono.defer(() -> {
            long before = told.get(); // what is told during the question may not be in its answer
            Instant now = clock.instant();
            return question.apply(now).map(value -> {
                known = before;
                asked = now;
                return remember(new Live.Kept<>(now, value));
            });
        });
    }

    private Live.Kept<T> remember(Live.Kept<T> kept) {
        last = kept;
        return kept;
    }
}
