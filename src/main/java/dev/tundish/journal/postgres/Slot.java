package dev.tundish.journal.postgres;

import dev.tundish.journal.Entry;
import dev.tundish.journal.Outcome;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An entry on its way, and where its outcome goes.
 *
 * @param detail the log's JSON of it, written before any lock is held
 */
record Slot(Entry entry, @Nullable String detail, Append append, int index) {

    int campaign() {
        return entry.campaign();
    }

    Key id() {
        return new Key(entry.campaign(), entry.event().id());
    }

    Key lead() {
        return new Key(entry.campaign(), entry.lead());
    }

    /** The same of somebody who was erased. */
    Slot erased(String name) {
        Entry kept = entry.erased(name);
        return new Slot(kept, EventDetail.write(kept), append, index);
    }

    boolean hasContentOf(byte @Nullable [] content) {
        return Arrays.equals(entry.content(), content);
    }

    void resolve(Outcome outcome) {
        append.resolve(index, outcome);
    }

    void fail(Throwable failure) {
        append.fail(failure);
    }

    /** Each is one of its own, whatever it holds. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
