package dev.tundish.funnel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the leads behind a number, by a scan over the columns that keeps no more than the page. */
final class LeadScan {

    private LeadScan() {}

    static Cube.Page page(
            Columns columns, Rules rules, LeadsQuestion question, Cube.@Nullable Position after, int limit) {
        Behind behind = new Behind(columns, rules, question);
        LeadOrder order = new LeadOrder(columns, question.sort());
        // One more than the page, to know whether there is a next one.
        FirstLeads page = new FirstLeads(limit + 1);
        long total = 0;
        int size = columns.size();
        boolean back = order.fromTheEnd();
        for (int n = 0; n < size; n++) {
            int lead = back ? size - 1 - n : n;
            if (behind.counts(lead)) {
                total++;
                long key = order.key(lead);
                if (after == null || FirstLeads.isBefore(after.key(), after.lead(), key, lead)) {
                    page.offer(key, lead);
                }
            }
        }
        page.sort();
        int count = Math.min(limit, page.size());
        List<Integer> leads = new ArrayList<>(count);
        for (int n = 0; n < count; n++) {
            leads.add(page.lead(n));
        }
        Cube.Position next = page.size() > limit ? new Cube.Position(page.key(limit - 1), page.lead(limit - 1)) : null;
        return new Cube.Page(leads, total, next);
    }
}
