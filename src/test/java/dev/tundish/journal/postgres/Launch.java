package dev.tundish.journal.postgres;

import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Happening;
import dev.tundish.funnel.LeadEvent;
import dev.tundish.funnel.Mark;
import dev.tundish.funnel.Money;
import dev.tundish.journal.Entry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The events of an invented launch from a seed: several a lead, out of order, with exits, reverts and answers. */
final class Launch {

    private static final long START = 1_774_656_000_000_000L;
    private static final long MINUTE = 60_000_000L;
    private static final List<String> REASONS = List.of("no_budget", "no_need", "bad_timing", "undeclared");

    private final Random random;
    private final int campaign;
    private final Flow flow;
    private int ids;

    Launch(long seed, int campaign, Flow flow) {
        this.random = new Random(seed);
        this.campaign = campaign;
        this.flow = flow;
    }

    /** Events of leads {@code lead-0} to {@code lead-(leads - 1)}; ids differ from call to call. */
    List<Entry> events(int leads, int events) {
        List<Entry> entries = new ArrayList<>();
        for (int n = 0; n < events; n++) {
            Happening what = what();
            Money value = flow.asserted(what) == flow.last() && random.nextBoolean()
                    ? new Money(BigDecimal.valueOf(random.nextInt(100_000), 2), random.nextBoolean() ? "EUR" : "USD")
                    : null;
            Map<String, String> attributes =
                    random.nextBoolean() ? Map.of("source", "s" + random.nextInt(3)) : Map.of();
            long at = START + random.nextInt(3_000) * MINUTE + random.nextInt(3);
            LeadEvent event = new LeadEvent(flow.size() + "-" + ids++, at, what, value, attributes);
            entries.add(Node.entry(campaign, "lead-" + random.nextInt(leads), event));
        }
        return entries;
    }

    private Happening what() {
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> new Happening.Captured();
            case 3 ->
                new Happening.Reached(
                        flow.stages().get(random.nextInt(flow.size())).key());
            case 4 -> new Happening.Qualified();
            case 5, 6, 7 -> new Happening.Converted();
            case 8 -> new Happening.Disqualified(reason());
            case 9 -> new Happening.Lost(reason());
            case 10, 11 -> new Happening.Reverted(reason());
            case 12 -> new Happening.Feedback(random.nextBoolean() ? Mark.GOOD : Mark.BAD, List.of(reason()));
            default -> random.nextInt(4) == 0 ? new Happening.Voided("test") : new Happening.Restored();
        };
    }

    private String reason() {
        return REASONS.get(random.nextInt(REASONS.size()));
    }
}
