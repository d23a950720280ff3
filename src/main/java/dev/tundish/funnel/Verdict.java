package dev.tundish.funnel;

import java.util.List;

/**
 * What sales (or the customer) says of a lead.
 *
 * @param at when it was said, microseconds since the epoch
 */
public record Verdict(Source source, Mark mark, List<String> reasons, long at) {

    /** Said in so many words, or following from an exit for a quality reason. */
    public enum Source {
        STATED,
        IMPLIED
    }

    public Verdict {
        reasons = List.copyOf(reasons);
    }
}
