package dev.tundish.tracking;

import dev.tundish.incoming.Refused;
import dev.tundish.intake.Answer;
import dev.tundish.journal.RejectCode;
import java.util.List;

/**
 * What became of calls that came together.
 *
 * @param answer of those that are events
 * @param ignored how many mean nothing to a funnel
 * @param refused the calls that were refused, each as it can be read again
 */
public record Taken(Answer answer, long ignored, List<Unread> refused) {

    /** A call that was refused, as JSON text; see {@link Refused}. */
    public record Unread(String body, RejectCode code, String detail) {

        /** Says nothing of what was sent. */
        @Override
        public String toString() {
            return "Unread[" + code + "]";
        }
    }
}
