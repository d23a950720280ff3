package dev.tundish.funnel;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A campaign's journeys as plain columns in memory: primitive arrays, dictionary-coded attributes. One row a lead, at its
 * dense number. Every report over any range, window, filter and breakdown is a scan of it, and exact. Not safe for
 * threads: who holds it keeps writers and readers apart.
 */
public final class Cube {

    private final Rules rules;
    private final Columns columns;

    public Cube(Rules rules) {
        this.rules = rules;
        this.columns = new Columns(rules.flow().size());
    }

    /** Puts a lead's journey at its number, in place of what stood there. */
    public void put(int lead, Journey journey) {
        columns.put(lead, journey);
    }

    /** One more than the largest number. */
    public int size() {
        return columns.size();
    }

    /** What it weighs, in bytes, for the cache that bounds it. */
    public long bytes() {
        return columns.bytes();
    }

    /** The journey at a number, as it was put, or null. */
    public @Nullable Journey journey(int lead) {
        return lead < 0 || lead >= columns.size() ? null : columns.journey(lead);
    }

    /**
     * The funnel report.
     *
     * @throws IllegalArgumentException when the breakdown is by a key of over 50,000 values
     */
    public FunnelReport funnel(FunnelQuestion question) {
        return FunnelScan.report(columns, rules.flow(), question);
    }

    /** The feedback report. */
    public FeedbackReport feedback(FeedbackQuestion question) {
        return FeedbackScan.report(columns, rules, question);
    }

    /**
     * A page of the leads behind a number, newest {@code reached(0)} first, leads in no funnel last, then by number.
     *
     * @param after the last one of the page before, or null
     * @param limit at least 1
     * @throws IllegalArgumentException when the number is one of cohorts and the mode is activity
     */
    public Page leads(LeadsQuestion question, @Nullable Position after, int limit) {
        return LeadScan.page(columns, rules, question, after, limit);
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
        Map<String, Integer> sizes = new TreeMap<>();
        columns.attributes.forEach((key, column) -> {
            if (column.size() > 0) {
                sizes.put(key, column.size());
            }
        });
        return sizes;
    }
}
