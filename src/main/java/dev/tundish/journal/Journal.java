package dev.tundish.journal;

import java.util.List;
import reactor.core.publisher.Mono;

/** The log of what has happened, with the one way in. */
public interface Journal {

    /**
     * Appends entries: each is committed and counted when the answer comes, or refused by itself. Entries of one
     * campaign are taken in their order. The work goes on when the caller leaves.
     *
     * @return one outcome an entry, in their order; fails with {@link LaneFull} or {@link DatabaseAway}: then some
     *     may have been kept, and sending all again finds those as duplicates
     */
    Mono<List<Outcome>> append(List<Entry> entries);
}
