package dev.tundish.wrong.live;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Waits on a thread. */
final class Blocks {

    private Blocks() {}

    static @Nullable String wait(Mono<String> later) {
        return later.block();
    }
}
