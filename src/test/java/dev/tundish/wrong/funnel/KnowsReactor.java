package dev.tundish.wrong.funnel;

import reactor.core.publisher.Mono;

/** Is not a pure thing. */
record KnowsReactor(Mono<String> later) {}
