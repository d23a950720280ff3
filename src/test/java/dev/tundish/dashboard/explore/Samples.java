package dev.tundish.dashboard.explore;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Definition;
import dev.tundish.funnel.Cube;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Happening;
import dev.tundish.funnel.JourneyState;
import dev.tundish.funnel.LeadEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A campaign that fails for one reason that can be found: a source brings leads of a segment without a budget. */
final class Samples {

    static final Instant START = Instant.parse("2026-11-16T08:00:00Z");
    static final Instant NOW = Instant.parse("2026-11-24T14:03:07Z");
    private static final long HOUR = 3_600_000_000L;

    private Samples() {}

    static Definition campaign(String zone, @Nullable Instant launched) {
        return new Definition(
                "Spring",
                "sales-assisted",
                Flow.SALES_ASSISTED,
                ZoneId.of(zone),
                null,
                launched,
                null,
                null,
                Map.of(),
                null,
                "qualified",
                Duration.ofDays(30),
                List.of());
    }

    static Campaign failing() {
        return new Campaign(1, "spring", campaign("Europe/Amsterdam", START), 1, START, START);
    }

    /** Four sources by three segments, evenly; the one pair loses three of four for no budget, all others one of five. */
    static Cube failing(int leads) {
        Cube cube = new Cube(failing().definition().rules());
        List<String> sources = List.of("google", "partner_network", "referral", "webinar");
        List<String> segments = List.of("micro", "small", "large");
        for (int n = 0; n < leads; n++) {
            String source = sources.get(n % 4);
            String segment = segments.get(n / 4 % 3);
            boolean bad = source.equals("partner_network") && segment.equals("micro");
            int turn = turn(n);
            boolean lost = bad ? turn % 4 != 0 : turn % 5 == 0;
            cube.put(
                    n,
                    JourneyState.fold(failing().definition().rules(), lead(n, source, segment, lost, bad))
                            .journey());
        }
        return cube;
    }

    /** How many leads of the same kind came before. */
    private static int turn(int n) {
        return n / 12;
    }

    private static List<LeadEvent> lead(int n, String source, String segment, boolean lost, boolean bad) {
        long at = Json.micros(START) + n % 190 * HOUR;
        List<LeadEvent> events = new ArrayList<>();
        Map<String, String> touch =
                n % 31 == 0 ? Map.of("segment", segment) : Map.of("source", source, "segment", segment);
        events.add(event(n, 0, at, new Happening.Captured(), touch));
        if (n % 11 == 0) {
            return events;
        }
        long next = at + (1 + n % 40) * HOUR / 4;
        if (lost) {
            events.add(event(n, 1, next, new Happening.Disqualified(bad ? "no_budget" : "bad_timing"), Map.of()));
            return events;
        }
        events.add(event(n, 1, next, new Happening.Qualified(), Map.of()));
        if (turn(n) % 3 == 0) {
            events.add(event(n, 2, next + HOUR, new Happening.Accepted(), Map.of()));
        } else if (turn(n) % 3 == 1) {
            events.add(event(n, 2, next + HOUR, new Happening.Rejected("no_need"), Map.of()));
        }
        return events;
    }

    private static LeadEvent event(int lead, int step, long at, Happening what, Map<String, String> attributes) {
        return new LeadEvent(lead + "-" + step, at, what, null, attributes);
    }
}
