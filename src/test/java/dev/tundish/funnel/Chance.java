package dev.tundish.funnel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Hostile event sets from a seed: ties, disorder, skipped stages, reverts around conversions, changing verdicts. */
final class Chance {

    static final long MINUTE = 60_000_000;

    /** 2026-03-28T00:00:00Z: a day before the clocks of Amsterdam change. */
    static final long START = 1_774_656_000_000_000L;

    static final List<String> REASONS =
            List.of("no_budget", "no_need", "bad_timing", "competitor", "own_quality", "own_other", "undeclared");

    private static final List<String> STARTS =
            List.of("", "e", "ee", "é", "z", "\uD7FF", "\uE000", "\uFFFD", "\uD83D\uDE00", "e\uD83D\uDE00", "e\uFFFD");

    private static final long[] STEPS = {0, 0, 0, 1, -1, MINUTE, 90 * MINUTE, -30 * MINUTE, 1440 * MINUTE};

    private final Random random;
    private final Set<String> ids = new HashSet<>();

    Chance(long seed) {
        this.random = new Random(seed);
    }

    Random random() {
        return random;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    Rules rules() {
        Flow flow = switch (random.nextInt(4)) {
            case 0 -> Flow.SALES_ASSISTED;
            case 1 -> Flow.SELF_SERVE;
            default ->
                new Flow(IntStream.range(0, 2 + random.nextInt(9))
                        .mapToObj(k -> Stage.of(k == 1 ? "qualified" : "s" + k, "Stage " + k))
                        .toList());
        };
        return new Rules(flow, random.nextInt(flow.size() + 1) - 1, Map.of("own_quality", true, "own_other", false));
    }

    /** The events of one lead, each once, in no order. */
    List<LeadEvent> lead(Rules rules) {
        List<LeadEvent> events = new ArrayList<>();
        long at = START + random.nextInt(72 * 60) * MINUTE + (random.nextBoolean() ? 0 : random.nextInt(60_000_000));
        int count = new int[] {1, 2, 3, 4, 6, 9, 14}[random.nextInt(7)];
        for (int n = 0; n < count; n++) {
            Happening what = happening(rules.flow());
            boolean carries = rules.flow().asserted(what) == rules.flow().last() && random.nextInt(10) < 7;
            events.add(new LeadEvent(id(), at, what, carries ? money() : null, attributes()));
            at += random.nextInt(8) == 0 ? random.nextLong(40 * 60 * MINUTE) : STEPS[random.nextInt(STEPS.length)];
        }
        return events;
    }

    private Happening happening(Flow flow) {
        return switch (random.nextInt(16)) {
            case 0, 1 -> new Happening.Captured();
            case 2, 3, 4 -> new Happening.Converted();
            case 5, 6 -> new Happening.Reached(one(flow.stages()).key());
            case 7 -> random.nextBoolean() ? new Happening.Qualified() : new Happening.Accepted();
            case 8 -> new Happening.Disqualified(one(REASONS));
            case 9 -> new Happening.Rejected(one(REASONS));
            case 10 -> new Happening.Lost(one(REASONS));
            case 11, 12 -> new Happening.Reverted(one(REASONS));
            case 13 -> new Happening.Feedback(random.nextBoolean() ? Mark.GOOD : Mark.BAD, reasons());
            case 14 -> random.nextInt(3) > 0 ? new Happening.Restored() : new Happening.Voided(null);
            default -> new Happening.Reached("no_longer_a_stage");
        };
    }

    private List<String> reasons() {
        return random.ints(random.nextInt(4), 0, REASONS.size())
                .distinct()
                .mapToObj(REASONS::get)
                .toList();
    }

    private Money money() {
        BigDecimal amount = random.nextInt(20) == 0
                ? new BigDecimal("999999999999999.9999")
                : BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(5));
        return new Money(amount, random.nextBoolean() ? "EUR" : "USD");
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        if (random.nextInt(10) < 4) {
            attributes.put("source", one(List.of("google", "meta", "email", "\uD83D\uDE00", "\uFFFD")));
        }
        if (random.nextInt(10) < 4) {
            attributes.put("segment", one(List.of("smb", "enterprise")));
        }
        return attributes;
    }

    private String id() {
        String id;
        do {
            id = one(STARTS) + (random.nextInt(3) == 0 ? "" : random.nextInt(100)) + one(STARTS);
            id = id.isEmpty() ? "e" : id;
            id = ids.size() > 300 ? id + ids.size() : id;
        } while (!ids.add(id));
        return id;
    }

    @Nullable
    Long maybeMinute() {
        return random.nextBoolean() ? null : Long.valueOf(START + random.nextInt(96 * 60) * MINUTE);
    }
}
