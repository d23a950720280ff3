package dev.tundish.funnel;

import static dev.tundish.funnel.Journey.NEVER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** A page of the leads behind a number, by a scan over the columns that keeps no more than the page. */
final class LeadScan {

    private final Columns columns;
    private final Behind behind;
    private final long[] first;

    private LeadScan(Columns columns, Rules rules, LeadsQuestion question) {
        this.columns = columns;
        this.behind = new Behind(columns, rules, question);
        this.first = columns.reached(0);
    }

    static Cube.Page page(
            Columns columns, Rules rules, LeadsQuestion question, Cube.@Nullable Position after, int limit) {
        return new LeadScan(columns, rules, question).page(after, limit);
    }

    private Cube.Page page(Cube.@Nullable Position after, int limit) {
        Comparator<Integer> order = (a, b) -> compare(first[a], a, first[b], b);
        PriorityQueue<Integer> page = new PriorityQueue<>(order.reversed());
        long total = 0;
        // From the end: leads are numbered as they come, so that the newest fill the page at once.
        for (int lead = columns.size() - 1; lead >= 0; lead--) {
            if (!behind.counts(lead)) {
                continue;
            }
            total++;
            if (after != null && compare(first[lead], lead, after.first(), after.lead()) <= 0) {
                continue;
            }
            // One more than the page, to know whether there is a next one.
            if (page.size() <= limit) {
                page.add(lead);
            } else if (order.compare(lead, page.element()) < 0) {
                page.poll();
                page.add(lead);
            }
        }
        List<Integer> leads = new ArrayList<>(page);
        leads.sort(order);
        if (leads.size() <= limit) {
            return new Cube.Page(leads, total, null);
        }
        leads.removeLast();
        int end = leads.getLast();
        return new Cube.Page(leads, total, new Cube.Position(first[end], end));
    }

    /** Newest first, leads in no funnel last, then by number. */
    private static int compare(long firstA, int a, long firstB, int b) {
        if (firstA != firstB) {
            return firstA == NEVER ? 1 : firstB == NEVER ? -1 : Long.compare(firstB, firstA);
        }
        return Integer.compare(a, b);
    }
}
