package dev.tundish.journal;

import dev.tundish.funnel.LeadEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event that is valid by itself, on its way into the log. What the flow and the log decide (its stage, its value, a
 * conflict, too many attributes) is judged in the transaction.
 *
 * @param campaign the campaign's number
 * @param lead who it is about
 * @param givenId whether the sender gave the id; one that the server made cannot be a duplicate
 * @param content 16 bytes: a digest of the content as sent; equal only for equal content
 * @param comment, by part of the log, of no meaning to the fold
 * @param card kept apart from the log
 */
@SuppressWarnings("ArrayRecordComponent")
public record Entry(
        int campaign,
        String lead,
        LeadEvent event,
        boolean givenId,
        byte[] content,
        @Nullable String comment,
        @Nullable String by,
        @Nullable Card card) {

    /** The same of somebody who was erased: under the name that stands in place of theirs, without text and card. */
    public Entry erased(String name) {
        String who = by != null && by.equalsIgnoreCase(lead) ? null : by;
        return new Entry(campaign, name, event, givenId, content, null, who, null);
    }
}
