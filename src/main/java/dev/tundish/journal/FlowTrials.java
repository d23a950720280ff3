package dev.tundish.journal;

import dev.tundish.funnel.Flow;
import dev.tundish.funnel.FlowTrial;
import reactor.core.publisher.Mono;

/** What a change of flow would do, read from the log as it is now, before anything is changed. */
public interface FlowTrials {

    /** How many events the campaign has; empty when there is no such campaign. */
    Mono<Long> events(int campaign);

    /** What the campaign's events give under both flows. It reads the whole log once: seconds for millions of events. */
    Mono<FlowTrial> of(int campaign, Flow before, Flow after);
}
