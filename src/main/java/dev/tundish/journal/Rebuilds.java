package dev.tundish.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Folds a campaign anew from its log: a new epoch beside the old one while intake goes on, then exchanged at once.
 * Unfinished ones are taken up again when a node starts.
 */
public interface Rebuilds {

    /** Folds a campaign anew as it is defined now; the number of the rebuild (of the one under way, if there is one). */
    Mono<Long> start(int campaign);

    /** Sets off a rebuild that {@code Campaigns.save} left waiting. */
    void run(long rebuild);

    /** How far it is, or empty. */
    Mono<Progress> find(long rebuild);

    /** The one of a campaign that is waiting or under way, or empty. */
    Mono<Progress> underWay(int campaign);

    /**
     * @param state {@code waiting, folding, done} or {@code failed}
     * @param problem what went wrong, in words
     */
    record Progress(
            long id,
            int campaign,
            String state,
            int leadsDone,
            int leadsTotal,
            @Nullable String problem,
            Instant startedAt,
            @Nullable Instant finishedAt) {}
}
