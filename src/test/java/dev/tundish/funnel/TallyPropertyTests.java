package dev.tundish.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The counters are always the sum over the journeys. */
class TallyPropertyTests {

    @Test
    void theMovesOfAllLeadsAddUpToAFreshSum() {
        for (long seed = 0; seed < 300; seed++) {
            Chance chance = new Chance(seed);
            Rules rules = chance.rules();
            Tally moved = new Tally(rules);
            Tally fresh = new Tally(rules);
            Map<String, BigDecimal[]> stored = new TreeMap<>();
            for (int lead = 0; lead < 20; lead++) {
                JourneyState state = JourneyState.empty(rules);
                Journey before = null;
                for (LeadEvent event : chance.lead(rules)) {
                    if (state.absorb(event)) {
                        moved.move(before, state.journey());
                        Tally batch = new Tally(rules);
                        batch.move(before, state.journey());
                        add(stored, batch);
                        before = state.journey();
                    }
                }
                if (before != null) {
                    fresh.move(null, before);
                }
            }
            Map<String, BigDecimal[]> expected = new TreeMap<>();
            add(expected, fresh);
            Map<String, BigDecimal[]> inOne = new TreeMap<>();
            add(inOne, moved);
            stored.values().removeIf(sums -> sums[0].signum() == 0 && sums[1].signum() == 0);
            assertThat(printed(inOne)).as("seed %d", seed).isEqualTo(printed(expected));
            assertThat(printed(stored)).as("in batches, seed %d", seed).isEqualTo(printed(expected));
        }
    }

    private static void add(Map<String, BigDecimal[]> sums, Tally tally) {
        tally.forEach((cell, leads, amount) -> sums.merge(
                cell.minute() + " " + cell.code(), new BigDecimal[] {BigDecimal.valueOf(leads), amount}, (a, b) ->
                        new BigDecimal[] {a[0].add(b[0]), a[1].add(b[1])}));
    }

    private static String printed(Map<String, BigDecimal[]> sums) {
        StringBuilder lines = new StringBuilder();
        sums.forEach((name, sum) -> lines.append(name)
                .append(' ')
                .append(sum[0])
                .append(' ')
                .append(sum[1].stripTrailingZeros())
                .append('\n'));
        return lines.toString();
    }
}
