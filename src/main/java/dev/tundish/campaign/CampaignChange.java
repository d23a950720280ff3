package dev.tundish.campaign;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that marketing changed in a campaign: a mark on every time axis of its pages.
 *
 * @param id its number in this installation
 * @param campaign the campaign's number
 * @param at when the change took hold
 * @param by who made it, 1 to 128 characters
 * @param what what was changed, in a line of 1 to 500 characters
 * @param before the promise as it stood before, with {@link Kind#PROMISE} alone; null: there was none
 * @param recordedAt when it was written down as it stands here
 */
public record CampaignChange(
        long id,
        int campaign,
        Instant at,
        String by,
        String what,
        Kind kind,
        @Nullable String before,
        Instant recordedAt) {

    /** By when they took hold, then by number. */
    public static final Comparator<CampaignChange> BY_TIME =
            Comparator.comparing(CampaignChange::at).thenComparingLong(CampaignChange::id);

    /** Where a change comes from. */
    public enum Kind {
        /** Somebody wrote down what they did: another text, another audience, another bid. */
        MARKETING,
        /** What marketing promises sales is another text now; written by the system. */
        PROMISE,
        /** The campaign's definition is another one now; written by the system. */
        DEFINITION;

        /** The name in requests, answers and the table. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of this name. */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
