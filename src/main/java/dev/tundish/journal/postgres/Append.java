package dev.tundish.journal.postgres;

import dev.tundish.journal.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** One call of append: the outcomes of its entries, which come from several lanes in any order. */
final class Append {

    private final AtomicReferenceArray<Outcome> outcomes;
    private final AtomicInteger open;
    private final Sinks.One<List<Outcome>> answer = Sinks.one();

    Append(int size) {
        outcomes = new AtomicReferenceArray<>(size);
        open = new AtomicInteger(size);
    }

    /** Once an entry. */
    void resolve(int index, Outcome outcome) {
        outcomes.set(index, outcome);
        if (open.decrementAndGet() == 0) {
            Outcome[] all = new Outcome[outcomes.length()];
            Arrays.setAll(all, outcomes::get);
            answer.tryEmitValue(Arrays.asList(all));
        }
    }

    /** The first failure is the answer; what comes after it has nobody to tell. */
    void fail(Throwable failure) {
        answer.tryEmitError(failure);
    }

    /**
     * The answer; who cancels it leaves the work alone. Given on a thread of its own: the lane's, which says that a batch
     * is committed, goes on with the next one instead of writing the answers of all who were in it.
     */
    Mono<List<Outcome>> answer() {
        return answer.asMono().publishOn(Schedulers.parallel());
    }
}
