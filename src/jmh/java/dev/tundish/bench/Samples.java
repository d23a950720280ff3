package dev.tundish.bench;

import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Happening;
import dev.tundish.funnel.LeadEvent;
import dev.tundish.funnel.Mark;
import dev.tundish.funnel.Money;
import dev.tundish.funnel.Rules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Leads with a believable number of events each, for the micro benchmarks. */
final class Samples {

    static final Rules RULES = new Rules(Flow.SALES_ASSISTED, 1, Map.of());
    static final long DAY = 86_400_000_000L;

    private Samples() {}

    /** The events of so many leads: 1 to 5 each. */
    static List<List<LeadEvent>> leads(int count) {
        SplittableRandom random = new SplittableRandom(7);
        List<List<LeadEvent>> leads = new ArrayList<>(count);
        for (int lead = 0; lead < count; lead++) {
            long at = lead * 5_000_000L;
            List<Happening> story = List.of(
                    new Happening.Captured(),
                    new Happening.Qualified(),
                    new Happening.Accepted(),
                    new Happening.Feedback(Mark.GOOD, List.of("right_customer")),
                    new Happening.Converted());
            List<LeadEvent> events = new ArrayList<>();
            int length = 1 + random.nextInt(story.size());
            for (int n = 0; n < length; n++) {
                Money value = n == 4 ? new Money(new BigDecimal("1200.50"), "EUR") : null;
                Map<String, String> attributes = n == 0
                        ? Map.of("source", "source_" + random.nextInt(6), "segment", "segment_" + random.nextInt(4))
                        : Map.of();
                events.add(new LeadEvent(lead + "-" + n, at, story.get(n), value, attributes));
                at += random.nextLong(3 * DAY);
            }
            leads.add(events);
        }
        return leads;
    }
}
