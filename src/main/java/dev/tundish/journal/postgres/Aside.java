package dev.tundish.journal.postgres;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Entries of a campaign that somebody else is writing to; those that come later queue behind them. */
final class Aside {

    /** When it was last known to move. */
    Instant since;

    final List<Slot> slots = new ArrayList<>();
    Instant due;

    /** Its entries are in the batch under way. */
    boolean trying;

    Aside(Instant since) {
        this.since = since;
        this.due = since;
    }
}
