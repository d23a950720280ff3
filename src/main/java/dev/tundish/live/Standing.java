package dev.tundish.live;

import dev.tundish.funnel.Health;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign stands, beside its counts: looked at anew every half minute or so, never for an event.
 *
 * @param health null while it is not known yet, and of campaigns that have not begun or were put away
 * @param goal the goal that lies deepest in the funnel, or null
 * @param waitingSince the minute in which the lead was handed over that has waited longest for sales, or null
 */
public record Standing(
        @Nullable Health health,
        @Nullable Goal goal,
        @Nullable Instant waitingSince) {

    /** Nothing is known yet. */
    static final Standing UNKNOWN = new Standing(null, null, null);

    /**
     * @param stage the number of its stage
     * @param due the share of it that should be there by now, or null when nothing can be said
     */
    public record Goal(int stage, long wanted, @Nullable Double due) {}
}
