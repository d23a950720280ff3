package dev.tundish.journal;

import java.time.Instant;
import reactor.core.publisher.Flux;

/**
 * Which campaigns have changed: own commits at once, those of other nodes by the doorbell, and by a poll of the watched
 * campaigns every second when a doorbell was lost.
 */
public interface Changes {

    /** The campaign has (at least) this version. */
    record Change(int campaign, long version) {}

    /**
     * The changes of one campaign while subscribed: at first its present version, then newer ones; latest wins when the
     * subscriber is slow. Never fails: while the database is away there is no news.
     */
    Flux<Change> of(int campaign);

    /** The changes of all campaigns, also of ones that are made later; latest wins campaign by campaign. */
    Flux<Change> all();

    /**
     * A beat about every second while the database answers: everything that was committed before this moment, on any
     * node, has been told by {@link #of} and {@link #all} before the beat is. Silent while the database is away.
     */
    Flux<Instant> beats();
}
