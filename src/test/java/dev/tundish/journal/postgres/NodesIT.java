package dev.tundish.journal.postgres;

import static dev.tundish.journal.postgres.Node.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.TestDatabase;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Happening;
import dev.tundish.funnel.LeadEvent;
import dev.tundish.funnel.Mark;
import dev.tundish.funnel.Money;
import dev.tundish.funnel.SecondReading;
import dev.tundish.funnel.Tally;
import dev.tundish.journal.Changes.Change;
import dev.tundish.journal.Entry;
import dev.tundish.journal.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** Two nodes on one database. */
class NodesIT {

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static LeadEvent random(Random random, String id) {
        Happening what = switch (random.nextInt(10)) {
            case 0, 1 -> new Happening.Captured();
            case 2 -> new Happening.Qualified();
            case 3 -> new Happening.Accepted();
            case 4 -> new Happening.Converted();
            case 5 -> new Happening.Lost("no_budget");
            case 6 -> new Happening.Reverted("refund");
            case 7 -> new Happening.Feedback(Mark.BAD, List.of("no_need"));
            case 8 -> new Happening.Voided(null);
            default -> new Happening.Restored();
        };
        Money value = what instanceof Happening.Converted
                ? new Money(BigDecimal.valueOf(random.nextInt(1_000), 2), random.nextBoolean() ? "EUR" : "USD")
                : null;
        return new LeadEvent(id, random.nextLong(600_000_000L), what, value, Map.of("source", "s" + random.nextInt(5)));
    }

    @Test
    void parallelWritersInAnyOrderMakeTheSameNumbersAsTheLogRead() {
        try (Node one = new Node(database);
                Node two = new Node(database)) {
            int campaign = one.campaign("parallel");
            Random random = new Random(7);
            List<Entry> entries = new ArrayList<>();
            Map<String, List<LeadEvent>> byLead = new TreeMap<>();
            for (int n = 0; n < 3_000; n++) {
                String lead = "lead" + random.nextInt(200);
                LeadEvent event = random(random, "e" + n);
                entries.add(entry(campaign, lead, event));
                byLead.computeIfAbsent(lead, _ -> new ArrayList<>()).add(event);
            }
            List<Entry> twice = new ArrayList<>(entries);
            twice.addAll(entries);
            Collections.shuffle(twice, random);
            List<List<Entry>> parts = new ArrayList<>();
            for (int n = 0; n < twice.size(); ) {
                int end = Math.min(twice.size(), n + 1 + random.nextInt(60));
                parts.add(twice.subList(n, end));
                n = end;
            }
            List<Outcome> outcomes = Objects.requireNonNull(Flux.fromIterable(parts)
                    .index()
                    .flatMap(p -> (p.getT1() % 2 == 0 ? one : two).journal.append(p.getT2()), 16)
                    .flatMapIterable(o -> o)
                    .collectList()
                    .block(Duration.ofSeconds(60)));
            assertThat(outcomes.stream().filter(Outcome.ACCEPTED::equals)).hasSize(3_000);
            assertThat(outcomes.stream().filter(Outcome.DUPLICATE::equals)).hasSize(3_000);

            var rules = Node.definition(Flow.SALES_ASSISTED).rules();
            Tally tally = new Tally(rules);
            byLead.forEach((lead, events) -> {
                var expected = SecondReading.journey(rules, events);
                tally.move(null, expected);
                var log = Objects.requireNonNull(one.log.lead(campaign, lead).block(Node.PATIENCE));
                assertThat(log.journey()).as(lead).isEqualTo(expected);
            });
            Map<String, String> cells = new TreeMap<>();
            tally.forEach((cell, leads, amount) -> cells.put(
                    cell.minute() + " " + cell.code(),
                    leads + " " + amount.stripTrailingZeros().toPlainString()));
            assertThat(stored(one, campaign)).isEqualTo(cells);
            // Versions without a gap: each has events, and none is left out.
            assertThat(one.number("select count(distinct version) from event where campaign_id = " + campaign))
                    .isEqualTo(one.version(campaign));
            assertThat(one.number("select max(lead_no)::bigint from journey where campaign_id = " + campaign))
                    .isEqualTo(byLead.size() - 1);
        }
    }

    private static Map<String, String> stored(Node node, int campaign) {
        return Objects.requireNonNull(node.database
                .client()
                .sql(
                        "select minute, code, leads, amount from tally where (leads <> 0 or amount <> 0) and campaign_id = "
                                + campaign)
                .map(row -> Map.entry(
                        row.get(0, Integer.class) + " " + row.get(1, String.class),
                        row.get(2, Long.class) + " "
                                + Objects.requireNonNull(row.get(3, BigDecimal.class))
                                        .stripTrailingZeros()
                                        .toPlainString()))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(TreeMap::new)
                .block(Node.PATIENCE));
    }

    @Test
    void tellsOwnCommitsAndThoseOfAnotherNodeByTheDoorbell() {
        // Polls so seldom that only the doorbell can bring the news.
        try (Node one = new Node(database, Duration.ofHours(1), 10_000);
                Node two = new Node(database, Duration.ofHours(1), 10_000)) {
            int campaign = one.campaign("doorbell");
            FaultsIT.await(() -> one.number("""
                    select count(*) from pg_stat_activity where query = 'listen tundish_changes'
                    and state = 'idle' and datname = current_database()""") >= 2);
            var own = one.changes
                    .of(campaign)
                    .filter(c -> c.version() == 1)
                    .next()
                    .toFuture();
            var other = two.changes
                    .of(campaign)
                    .filter(c -> c.version() == 1)
                    .next()
                    .toFuture();
            var all = two.changes
                    .all()
                    .filter(new Change(campaign, 1)::equals)
                    .next()
                    .toFuture();
            one.append(entry(campaign, "ann", "1", 1_000, new Happening.Captured()));
            assertThat(own).succeedsWithin(Duration.ofMillis(500));
            assertThat(other).succeedsWithin(Duration.ofMillis(500));
            assertThat(all).succeedsWithin(Duration.ofMillis(500));
        }
    }

    @Test
    void pollsWhatNoDoorbellTold() {
        try (Node node = new Node(database)) {
            int campaign = node.campaign("polled");
            StepVerifier.create(node.changes.of(campaign))
                    .expectNext(new Change(campaign, 0))
                    .then(() ->
                            database.execute("update campaign_head set version = 5 where campaign_id = " + campaign))
                    .expectNext(new Change(campaign, 5))
                    .thenCancel()
                    .verify(Node.PATIENCE);
            StepVerifier.create(node.changes.beats())
                    .expectNextCount(3)
                    .thenCancel()
                    .verify(Node.PATIENCE);
        }
    }

    @Test
    void hearsOfCampaignsThatAreMadeLater() {
        try (Node node = new Node(database)) {
            var news = node.changes.all().map(Change::campaign).replay().refCount(1);
            var seen = new java.util.concurrent.ConcurrentSkipListSet<Integer>();
            var listening = news.subscribe(seen::add);
            int campaign = node.campaign("later");
            FaultsIT.await(() -> seen.contains(campaign));
            listening.dispose();
        }
    }
}
