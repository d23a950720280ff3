package dev.tundish.incoming;

import java.time.Instant;
import java.util.List;

/**
 * What arrives.
 *
 * @param at when it was asked
 * @param sources all that are in force, and those that were heard in the last days
 * @param groups what is kept of the refused, newest first; the first {@link #GROUPS}
 * @param minutes what came in the last hours, newest first; the first {@link #MINUTES}
 */
public record Picture(Instant at, List<SourceState> sources, List<Group> groups, List<Minute> minutes) {

    public static final int GROUPS = 100;
    public static final int MINUTES = 40;

    /** What one source sent in one minute. */
    public record Minute(Instant from, Source source, Heard heard) {}
}
