package dev.tundish.funnel;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A campaign's journeys as plain columns in memory: primitive arrays, dictionary-coded attributes. One row a lead, at its
 * dense number. Every report over any range, window, filter and breakdown is a scan of it, and exact. Not safe for
 * threads: who holds it keeps writers and readers apart.
 */
public final class Cube {

    private final Rules rules;

    public Cube(Rules rules) {
        this.rules = rules;
    }

    /** Puts a lead's journey at its number, in place of what stood there. */
    public void put(int lead, Journey journey) {
        throw new UnsupportedOperationException(rules.toString());
    }

    /** One more than the largest number. */
    public int size() {
        throw new UnsupportedOperationException();
    }

    /** What it weighs, in bytes, for the cache that bounds it. */
    public long bytes() {
        throw new UnsupportedOperationException();
    }

    /** The journey at a number, as it was put, or null. */
    public @Nullable Journey journey(int lead) {
        throw new UnsupportedOperationException();
    }

    /** The funnel report. */
    public FunnelReport funnel(FunnelQuestion question) {
        throw new UnsupportedOperationException();
    }

    /** The feedback report. */
    public FeedbackReport feedback(FeedbackQuestion question) {
        throw new UnsupportedOperationException();
    }

    /**
     * A page of the leads behind a number, newest {@code reached(0)} first, leads in no funnel last, then by number.
     *
     * @param after the last one of the page before, or null
     */
    public Page leads(LeadsQuestion question, @Nullable Position after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Where in the order of leads: {@code reached(0)} ({@link Journey#NEVER}: in no funnel) and the number. */
    public record Position(long first, int lead) {}

    /**
     * @param total how many leads stand behind the number in all
     * @param next where the next page begins, null at the end
     */
    public record Page(
            List<Integer> leads, long total, @Nullable Position next) {}

    /** The attributes that the campaign's leads carry: key to how many different values it has. */
    public Map<String, Integer> attributes() {
        throw new UnsupportedOperationException();
    }
}
