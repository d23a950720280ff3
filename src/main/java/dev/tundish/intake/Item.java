package dev.tundish.intake;

import dev.tundish.funnel.LeadEvent;
import dev.tundish.journal.Card;
import dev.tundish.journal.Entry;
import org.jspecify.annotations.Nullable;

/** One event that arrived, judged by itself. */
public sealed interface Item {

    /** Refused before any campaign was asked. */
    record Refused(Reject reject) implements Item {}

    /**
     * Valid by itself.
     *
     * @param campaign the campaign's key
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Valid(
            long index,
            String campaign,
            String lead,
            LeadEvent event,
            boolean givenId,
            byte[] content,
            @Nullable String comment,
            @Nullable String by,
            @Nullable Card card)
            implements Item {

        /** On its way into the log of the campaign of this number. */
        public Entry entry(int number) {
            return new Entry(number, lead, event, givenId, content, comment, by, card);
        }

        /** The id that the sender gave, if any. */
        public @Nullable String sentId() {
            return givenId ? event.id() : null;
        }
    }
}
