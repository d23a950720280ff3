package dev.tundish.report;

import reactor.core.publisher.Mono;

/** When leads came in, and since when they wait: to the minute, from the counters. Minutes are since the epoch. */
public interface Pulse {

    /** The minutes of {@code [fromMinute, toMinute)} in which leads came in, ascending, each once. */
    Mono<int[]> arrivals(int campaign, int fromMinute, int toMinute);

    /** The minute in which the lead was handed over that has waited longest for sales; empty when none waits. */
    Mono<Integer> oldestWaiting(int campaign);
}
