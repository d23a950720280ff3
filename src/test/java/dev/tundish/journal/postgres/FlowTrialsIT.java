package dev.tundish.journal.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.TestDatabase;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.FlowTrial;
import dev.tundish.funnel.Journey;
import dev.tundish.funnel.LeadEvent;
import dev.tundish.funnel.Rules;
import dev.tundish.funnel.SecondReading;
import dev.tundish.funnel.Stage;
import dev.tundish.journal.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a change of flow is what the contract's rules, read by brute force, make of the same events. */
class FlowTrialsIT {

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    /** Stages gone, added, and in another order; another last one. */
    private static final List<Flow> OTHERS = List.of(
            new Flow(List.of(Stage.of("captured", "New"), Stage.of("opportunity", "Talks"))),
            new Flow(List.of(
                    Stage.of("captured", "New"),
                    Stage.of("demo", "Demo"),
                    Stage.of("accepted", "Accepted"),
                    Stage.of("qualified", "Fits"),
                    Stage.of("converted", "Won"),
                    Stage.of("renewed", "Renewed"))),
            new Flow(List.of(Stage.of("trial", "Trial"), Stage.of("converted", "Paid"))));

    @SuppressWarnings("NullAway.Init")
    private static Node node;

    @SuppressWarnings("NullAway.Init")
    private static PostgresFlowTrials trials;

    @BeforeAll
    static void start() {
        node = new Node(database);
        trials = new PostgresFlowTrials(database.pool());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void saysWhatTheRulesMakeOfTheSameEvents(long seed) {
        int campaign = node.campaign("trial-" + seed);
        List<Entry> entries = new Launch(seed, campaign, Flow.SALES_ASSISTED).events(120, 500);
        node.append(entries);
        Map<String, List<LeadEvent>> byLead = new HashMap<>();
        entries.forEach(entry ->
                byLead.computeIfAbsent(entry.lead(), _ -> new ArrayList<>()).add(entry.event()));
        for (Flow other : OTHERS) {
            FlowTrial trial = Objects.requireNonNull(
                    trials.of(campaign, Flow.SALES_ASSISTED, other).block(Node.PATIENCE));
            assertThat(trial.events()).isEqualTo(500);
            List<Journey> now = journeys(byLead, Flow.SALES_ASSISTED);
            List<Journey> then = journeys(byLead, other);
            for (int k = 0; k < other.size(); k++) {
                FlowTrial.Row row = trial.rows().get(k);
                int stage = k;
                int was = Flow.SALES_ASSISTED.indexOf(other.stages().get(k).key());
                assertThat(row.then()).isEqualTo(count(then, j -> j.stage() >= stage));
                assertThat(row.standing()).isEqualTo(count(then, j -> j.stage() == stage));
                assertThat(row.implied())
                        .isEqualTo(count(then, j -> j.stage() >= stage && j.asserted()[stage] == Journey.NEVER));
                assertThat(row.now()).isEqualTo(was < 0 ? null : count(now, j -> j.stage() >= was));
            }
            assertThat(trial.removed())
                    .allSatisfy(removed -> assertThat(removed.to().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum())
                            .isEqualTo(count(
                                    now,
                                    j -> j.stage()
                                            == Flow.SALES_ASSISTED.indexOf(
                                                    removed.stage().key()))));
        }
    }

    @Test
    void knowsNothingOfACampaignThatIsNot() {
        assertThat(trials.of(999_999, Flow.SELF_SERVE, Flow.SALES_ASSISTED).block(Node.PATIENCE))
                .isNull();
        assertThat(trials.events(999_999).block(Node.PATIENCE)).isNull();
        assertThat(trials.events(node.campaign("empty-trial")).block(Node.PATIENCE))
                .isZero();
    }

    private static List<Journey> journeys(Map<String, List<LeadEvent>> byLead, Flow flow) {
        Rules rules = new Rules(flow, -1, Map.of());
        return byLead.values().stream()
                .map(events -> SecondReading.journey(rules, events))
                .filter(journey -> !journey.voided())
                .toList();
    }

    private static long count(List<Journey> journeys, java.util.function.Predicate<Journey> which) {
        return journeys.stream().filter(which).count();
    }
}
