package dev.tundish.funnel;

import java.util.BitSet;
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

    /** Gives up the room that was kept for further leads: for when all that are there have been put. */
    public void trim() {
        columns.trim();
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

    /** Leads at each stage over time. */
    public TrendReport trend(TrendQuestion question) {
        return TrendScan.report(columns, rules.flow(), question);
    }

    /**
     * What a step costs, and which segments cost the most.
     *
     * @throws IllegalArgumentException when the step begins at no stage before the last, or a key has over 1,000 values
     */
    public LeakReport leaks(LeakQuestion question) {
        return LeakScan.report(columns, rules.flow(), question);
    }

    /**
     * The change of a rate, split.
     *
     * @throws IllegalArgumentException when the step begins at no stage before the last, or the key has over 1,000 values
     */
    public ShiftReport shift(ShiftQuestion question) {
        return ShiftScan.report(columns, rules.flow(), question);
    }

    /**
     * How long a step took.
     *
     * @throws IllegalArgumentException when there is no such stage
     */
    public TimesReport times(TimesQuestion question) {
        return TimesScan.report(columns, rules.flow(), question);
    }

    /** Why leads left at each stage, in the range, window and filter of a view of cohorts. */
    public LeftReport left(FunnelQuestion view) {
        return LeftScan.report(columns, rules.flow(), view);
    }

    /** From the leads who came in to what happened, in the range, window and filter of a view of either mode. */
    public BridgeReport bridge(FunnelQuestion view) {
        return BridgeScan.report(columns, rules.flow(), view);
    }

    /** The feedback report. */
    public FeedbackReport feedback(FeedbackQuestion question) {
        return FeedbackScan.report(columns, rules, question);
    }

    /**
     * A page of the leads behind a number, in the order that is asked for.
     *
     * @param after the last one of the page before, or null
     * @param limit at least 1
     * @throws IllegalArgumentException when there is no such stage
     */
    public Page leads(LeadsQuestion question, @Nullable Position after, int limit) {
        return LeadScan.page(columns, rules, question, after, limit);
    }

    /**
     * Why the leads of a cohort that are out at a stage left: most leads first, then by slug.
     *
     * @throws IllegalArgumentException when the mode is activity, which knows nobody who left
     */
    public List<FunnelReport.ReasonCount> exits(FunnelQuestion view, int stage) {
        return ExitScan.reasons(columns, rules, view, stage);
    }

    /**
     * The numbers of all leads behind a number.
     *
     * @throws IllegalArgumentException as {@link #leads} does
     */
    public BitSet behind(LeadsQuestion question) {
        Behind behind = new Behind(columns, rules, question);
        BitSet leads = new BitSet(columns.size());
        for (int lead = 0; lead < columns.size(); lead++) {
            leads.set(lead, behind.counts(lead));
        }
        return leads;
    }

    /**
     * Where in an order of leads.
     *
     * @param key what the lead goes by in this order and no other
     */
    public record Position(long key, int lead) {}

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
