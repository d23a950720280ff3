package dev.tundish.journal;

import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the log back. */
public interface LogReader {

    /** One lead with its events, or empty. */
    Mono<LeadLog> lead(int campaign, String lead);

    /** The cards of these leads, of those that have one. */
    Mono<Map<String, Card>> cards(int campaign, Collection<String> leads);

    /** The newest events by commit, newest first, at most {@code limit}. */
    Flux<Recorded> newest(int campaign, int limit);

    /**
     * Erases who a lead is; the log and the counts stand.
     *
     * @return whether there was a card
     */
    Mono<Boolean> eraseCard(int campaign, String lead);
}
