package dev.tundish.live;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** An answer that is kept for as long as the question's key stays the same. Not safe for threads. */
final class Remembered<T> {

    private @Nullable Object key;
    private Optional<T> value = Optional.empty();

    /** The answer; asked anew under another key. An error is no answer: the next call asks again. */
    Mono<Optional<T>> get(Object wanted, Mono<T> question) {
        return wanted.equals(key)
                ? Mono.just(value)
                : question.map(Optional::of).defaultIfEmpty(Optional.empty()).doOnNext(answer -> {
                    key = wanted;
                    value = answer;
                });
    }
}
