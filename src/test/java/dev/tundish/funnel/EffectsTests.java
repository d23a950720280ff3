package dev.tundish.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.funnel.Effect.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The explanation of a journey says what the journey says, for every set of events. */
class EffectsTests {

    private static final int SETS = 20_000;

    @Test
    void theEventsThatAreSaidToCountMakeTheJourney() {
        int undone = 0;
        for (long seed = 0; seed < SETS; seed++) {
            Chance chance = new Chance(seed);
            Rules rules = chance.rules();
            List<LeadEvent> events = new ArrayList<>(chance.lead(rules));
            events.sort((a, b) -> Order.compare(a.at(), a.id(), b.at(), b.id()));
            Journey journey = SecondReading.journey(rules, events);
            List<Effect> effects = Effects.of(rules, events);
            Told told = Told.by(events, effects, rules);
            assertThat(told.asserted).as("stages, seed %d", seed).isEqualTo(journey.asserted());
            assertThat(told.reason).as("the reason, seed %d", seed).isEqualTo(journey.reason());
            assertThat(told.attributes).as("first touches, seed %d", seed).isEqualTo(journey.attributes());
            assertThat(told.value).as("the value, seed %d", seed).isEqualTo(journey.value());
            assertThat(told.verdictAt)
                    .as("the verdict, seed %d", seed)
                    .isEqualTo(
                            journey.verdict() == null
                                    ? null
                                    : Long.valueOf(journey.verdict().at()));
            assertThat(told.voided).as("voided, seed %d", seed).isEqualTo(journey.voided());
            undone += (int) effects.stream().filter(Effect::undone).count();
        }
        assertThat(undone).as("reverts come up").isGreaterThan(100);
    }

    /** What is left of the events when those that are said not to count are crossed out. */
    private static final class Told {
        final long[] asserted;
        final Map<String, String> attributes = new HashMap<>();

        @Nullable
        String reason;

        @Nullable
        Money value;

        @Nullable
        Long verdictAt;

        boolean voided;

        private Told(int stages) {
            asserted = new long[stages];
            java.util.Arrays.fill(asserted, Journey.NEVER);
        }

        static Told by(List<LeadEvent> events, List<Effect> effects, Rules rules) {
            Told told = new Told(rules.flow().size());
            for (int n = 0; n < events.size(); n++) {
                told.take(events.get(n), effects.get(n));
            }
            return told;
        }

        private void take(LeadEvent event, Effect effect) {
            if (effect.first()) {
                assertThat(asserted[effect.stage()]).isEqualTo(Journey.NEVER);
                asserted[effect.stage()] = event.at();
            }
            effect.touched()
                    .forEach(key -> attributes.put(key, event.attributes().get(key)));
            reason = once(effect.exit(), reason, event, e -> reason(e.what()));
            value = once(effect.value(), value, event, LeadEvent::value);
            verdictAt = once(effect.verdict(), verdictAt, event, LeadEvent::at);
            voided |= effect.counting() == Standing.STANDS && event.what() instanceof Happening.Voided;
        }

        private static <T> @Nullable T once(
                @Nullable Standing standing,
                @Nullable T known,
                LeadEvent event,
                Function<LeadEvent, @Nullable T> what) {
            if (standing != Standing.STANDS) {
                return known;
            }
            assertThat(known).as("one event alone stands").isNull();
            return what.apply(event);
        }

        private static @Nullable String reason(Happening what) {
            return switch (what) {
                case Happening.Disqualified(String reason) -> reason;
                case Happening.Rejected(String reason) -> reason;
                case Happening.Lost(String reason) -> reason;
                case Happening.Reverted(String reason) -> reason;
                default -> null;
            };
        }
    }
}
