package dev.tundish.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every set of events, whatever its order. */
class JourneyPropertyTests {

    private static final int SETS = 20_000;

    @Test
    void anyOrderGivesTheJourneyOfTheSecondReading() {
        int refolds = 0;
        for (long seed = 0; seed < SETS; seed++) {
            Chance chance = new Chance(seed);
            Rules rules = chance.rules();
            List<LeadEvent> events = chance.lead(rules);
            Journey expected = SecondReading.journey(rules, events);
            List<LeadEvent> delivered = doubled(events, chance.random());
            assertThat(JourneyState.fold(rules, delivered).journey())
                    .as("folded, seed %d: %s", seed, delivered)
                    .isEqualTo(expected);
            Journal journal = new Journal(rules, chance.random());
            delivered.forEach(journal::append);
            assertThat(journal.state.journey())
                    .as("absorbed, seed %d: %s", seed, delivered)
                    .isEqualTo(expected);
            assertThat(journal.state.encode())
                    .as("the same state, seed %d: %s", seed, delivered)
                    .isEqualTo(JourneyState.fold(rules, events).encode());
            refolds += journal.refolds;
        }
        assertThat(refolds).as("the case that cannot be absorbed comes up").isBetween(10, SETS / 5);
    }

    @Test
    void everyStepOfAnyOrderIsTheJourneyOfTheEventsSoFar() {
        for (long seed = 0; seed < SETS / 10; seed++) {
            Chance chance = new Chance(seed);
            Rules rules = chance.rules();
            Journal journal = new Journal(rules, chance.random());
            for (LeadEvent event : doubled(chance.lead(rules), chance.random())) {
                journal.append(event);
                assertThat(journal.state.journey())
                        .as("seed %d: %s", seed, journal.log)
                        .isEqualTo(SecondReading.journey(rules, journal.log));
            }
        }
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (long seed = 0; seed < SETS; seed++) {
            Chance chance = new Chance(seed);
            Rules rules = chance.rules();
            JourneyState state = JourneyState.fold(rules, chance.lead(rules));
            JourneyState read = JourneyState.decode(rules, state.encode());
            assertThat(read.journey()).as("seed %d", seed).isEqualTo(state.journey());
            assertThat(read.encode()).as("seed %d", seed).isEqualTo(state.encode());
        }
    }

    private static List<LeadEvent> doubled(List<LeadEvent> events, Random random) {
        List<LeadEvent> load = new ArrayList<>(events);
        events.stream().filter(_ -> random.nextInt(4) == 0).forEach(load::add);
        Collections.shuffle(load, random);
        return load;
    }

    /** As the journal does it: absorb, between batches written and read, and fold from the log when told to. */
    private static final class Journal {
        private final Rules rules;
        private final Random random;
        private final List<LeadEvent> log = new ArrayList<>();
        private JourneyState state;
        private int refolds;

        private Journal(Rules rules, Random random) {
            this.rules = rules;
            this.random = random;
            this.state = JourneyState.empty(rules);
        }

        private void append(LeadEvent event) {
            log.add(event);
            byte[] before = state.encode();
            if (!state.absorb(event)) {
                assertThat(state.encode()).as("unchanged when it refuses").isEqualTo(before);
                state = JourneyState.fold(rules, log);
                refolds++;
            }
            if (random.nextBoolean()) {
                state = JourneyState.decode(rules, state.encode());
            }
        }
    }
}
