package dev.tundish.journal.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.TestDatabase;
import dev.tundish.campaign.Campaigns.Saved;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Happening;
import dev.tundish.funnel.Stage;
import dev.tundish.journal.Entry;
import dev.tundish.journal.Outcome;
import dev.tundish.journal.Rebuilds.Progress;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A campaign folded anew has the journeys and counters that its rules give for its log, and intake goes on. */
class RebuildIT {

    /** Without the stage {@code accepted}, and with another last but one. */
    private static final Flow CHANGED = new Flow(List.of(
            Stage.of("captured", "New"),
            Stage.of("qualified", "Fits"),
            Stage.of("trial", "Trial"),
            Stage.of("converted", "Won")));

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final Map<Integer, Long> rung = new ConcurrentHashMap<>();

    @SuppressWarnings("NullAway.Init")
    private static Node node;

    @SuppressWarnings("NullAway.Init")
    private static PostgresRebuilds rebuilds;

    @BeforeAll
    static void start() {
        node = new Node(database);
        rebuilds = rebuilds();
    }

    @AfterAll
    static void stop() {
        rebuilds.stop();
        node.close();
    }

    private static PostgresRebuilds rebuilds() {
        return new PostgresRebuilds(
                database.pool(),
                node.campaigns,
                rung::putAll,
                Schedulers.parallel(),
                InstantSource.system(),
                Duration.ofMillis(100));
    }

    private static Progress finished(long rebuild) {
        return Objects.requireNonNull(rebuilds.find(rebuild)
                .filter(progress -> progress.finishedAt() != null)
                .repeatWhenEmpty(1_000, again -> again.delayElements(Duration.ofMillis(20)))
                .block(Node.PATIENCE));
    }

    private static void assertTrue(int campaign) {
        var verifier = new PostgresVerifier(database.pool(), node.campaigns, Schedulers.parallel());
        var found = Objects.requireNonNull(verifier.verify(campaign).block(Node.PATIENCE));
        assertThat(found.differences()).isEmpty();
    }

    private static void assertNothingLeftOver(int campaign) {
        String stale =
                " t join campaign_head h using (campaign_id) where t.epoch <> h.epoch and campaign_id = " + campaign;
        for (String table : List.of("journey", "tally", "journey_change")) {
            Mono<Long> left = Mono.fromSupplier(() -> node.number("select count(*) from " + table + stale))
                    .subscribeOn(Schedulers.boundedElastic())
                    .filter(count -> count == 0)
                    .repeatWhenEmpty(500, again -> again.delayElements(Duration.ofMillis(20)));
            assertThat(left.block(Node.PATIENCE)).as(table).isZero();
        }
    }

    private static long saveChanged(String key) {
        var saved = node.campaigns
                .save(key, Node.definition(CHANGED), null, true, "ana")
                .block(Node.PATIENCE);
        return ((Saved.Rebuilding) Objects.requireNonNull(saved)).rebuild();
    }

    private static Map<String, Integer> numbers(int campaign) {
        return Objects.requireNonNull(database.client()
                .sql("select lead, lead_no from journey join campaign_head using (campaign_id, epoch)"
                        + " where campaign_id = " + campaign)
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get(0, String.class)),
                        Objects.requireNonNull(row.get(1, Integer.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block(Node.PATIENCE));
    }

    @Test
    void mendsWhatWasDamaged() {
        int campaign = node.campaign("mends");
        node.append(new Launch(1, campaign, Flow.SALES_ASSISTED).events(50, 400));
        Map<String, Integer> numbers = numbers(campaign);
        database.execute("update tally set leads = leads + 1 where campaign_id = " + campaign);
        database.execute("update journey set state = '\\x00' where lead = 'lead-7' and campaign_id = " + campaign);
        database.execute("delete from journey where lead in ('lead-3', 'lead-9') and campaign_id = " + campaign);
        long rebuild = Objects.requireNonNull(rebuilds.start(campaign).block(Node.PATIENCE));
        Progress done = finished(rebuild);
        assertThat(done.state()).isEqualTo("done");
        assertThat(done.leadsTotal()).isEqualTo(50);
        assertThat(done.leadsDone()).isEqualTo(50);
        assertTrue(campaign);
        assertNothingLeftOver(campaign);
        assertThat(node.version(campaign)).isEqualTo(2);
        assertThat(rung).as("the exchange is told at once").containsEntry(campaign, 2L);
        numbers.keySet().removeAll(List.of("lead-3", "lead-9"));
        assertThat(numbers(campaign)).containsAllEntriesOf(numbers).hasSize(50);
    }

    @Test
    void foldsWithAChangedFlowWhileIntakeGoesOn() {
        int campaign = node.campaign("changed");
        Launch launch = new Launch(2, campaign, Flow.SALES_ASSISTED);
        node.append(launch.events(3_000, 8_000));
        List<List<Entry>> batches = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            batches.add(capturedAndLost(campaign, n));
        }
        var intake = Flux.fromIterable(batches)
                .concatMap(batch -> node.journal.append(batch))
                .collectList()
                .toFuture();
        long rebuild = saveChanged("changed");
        rebuilds.run(rebuild);
        assertThat(finished(rebuild).state()).isEqualTo("done");
        List<List<Outcome>> outcomes = intake.orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(outcomes).allSatisfy(batch -> assertThat(batch).containsOnly(Outcome.ACCEPTED));
        assertTrue(campaign);
        assertNothingLeftOver(campaign);
        var found = Objects.requireNonNull(node.campaigns.find(campaign).block(Node.PATIENCE));
        assertThat(found.definition().flow()).isEqualTo(CHANGED);
        assertThat(found.revision()).isEqualTo(2);
        assertThat(node.version(campaign))
                .as("without gaps: every batch one, and the exchange one")
                .isEqualTo(
                        node.number("select count(distinct version) from event where campaign_id = " + campaign) + 1);
    }

    private static List<Entry> capturedAndLost(int campaign, int n) {
        List<Entry> batch = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            String id = n + "/" + k;
            batch.add(Node.entry(campaign, "lead-" + 37 * k, "c" + id, 1_000 + n, new Happening.Captured()));
            batch.add(Node.entry(campaign, "new-" + id, "n" + id, 2_000 + n, new Happening.Lost("no_budget")));
        }
        return batch;
    }

    @Test
    void letsEventsOfAStageThatIsGoneAssertNone() {
        int campaign = node.campaign("gone");
        node.append(Node.entry(campaign, "ann", "1", 1_000, new Happening.Accepted()));
        long rebuild = saveChanged("gone");
        rebuilds.run(rebuild);
        finished(rebuild);
        var ann = Objects.requireNonNull(node.log.lead(campaign, "ann").block(Node.PATIENCE));
        assertThat(ann.journey().stage()).isEqualTo(-1);
        assertThat(ann.events()).hasSize(1);
        assertTrue(campaign);
    }

    @Test
    void takesUpWhatAnotherNodeLeftUnfinished() {
        int campaign = node.campaign("left");
        node.append(new Launch(3, campaign, Flow.SALES_ASSISTED).events(40, 200));
        long rebuild = saveChanged("left");
        database.execute("update rebuild set state = 'folding', leads_done = 3 where id = " + rebuild);
        database.execute(
                "insert into journey (campaign_id, epoch, lead_no, lead, version, state) select campaign_id, 2,"
                        + " lead_no, lead, 1, '\\x00' from journey where lead_no < 3 and campaign_id = " + campaign);
        database.execute("insert into tally (campaign_id, epoch, minute, code, leads) select campaign_id, 2, minute,"
                + " code, 99 from tally where campaign_id = " + campaign);
        PostgresRebuilds other = rebuilds();
        other.start();
        assertThat(finished(rebuild).state()).isEqualTo("done");
        other.stop();
        assertTrue(campaign);
        assertNothingLeftOver(campaign);
    }

    @Test
    void goesOnAfterItsConnectionIsLost() throws SQLException {
        int campaign = node.campaign("cut");
        node.append(new Launch(4, campaign, Flow.SALES_ASSISTED).events(2_500, 6_000));
        PostgresRebuilds other = rebuilds();
        long rebuild = saveChanged("cut");
        try (var holder = database.jdbc();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            // It cannot come to the exchange while this is held.
            statement.execute("select from campaign_head where campaign_id = " + campaign + " for no key update");
            other.start();
            Mono<Long> cut = Mono.fromSupplier(() -> node.number("select count(pg_terminate_backend(pid)) from pg_locks"
                            + " where locktype = 'advisory' and granted and objid = " + campaign
                            + " and exists (select from journey where epoch = 2 and campaign_id = " + campaign + ")"))
                    .subscribeOn(Schedulers.boundedElastic())
                    .filter(count -> count > 0)
                    .repeatWhenEmpty(500, again -> again.delayElements(Duration.ofMillis(20)));
            assertThat(cut.block(Node.PATIENCE)).isEqualTo(1);
            holder.rollback();
        }
        assertThat(finished(rebuild).state()).isEqualTo("done");
        other.stop();
        assertTrue(campaign);
        assertNothingLeftOver(campaign);
    }

    @Test
    void isOneAtATime() throws SQLException {
        int campaign = node.campaign("one");
        node.append(Node.entry(campaign, "ann", "1", 1_000, new Happening.Captured()));
        long rebuild = saveChanged("one");
        assertThat(rebuilds.start(campaign).block(Node.PATIENCE)).isEqualTo(rebuild);
        assertThat(finished(rebuild).state()).isEqualTo("done");
        assertThat(node.number("select epoch::bigint from campaign_head where campaign_id = " + campaign))
                .isEqualTo(2);
        assertThat(rebuilds.start(campaign).block(Node.PATIENCE)).isNotEqualTo(rebuild);
    }

    @Test
    void saysThatItFailedAndLeavesTheCampaignAsItWas() {
        int campaign = node.campaign("fails");
        node.append(Node.entry(campaign, "ann", "1", 1_000, new Happening.Captured()));
        database.execute("update event set type = 'lead.unheard' where campaign_id = " + campaign);
        long rebuild = saveChanged("fails");
        rebuilds.run(rebuild);
        Progress failed = finished(rebuild);
        assertThat(failed.state()).isEqualTo("failed");
        assertThat(failed.problem()).contains("The campaign is as it was");
        assertThat(node.version(campaign)).isEqualTo(1);
        var found = Objects.requireNonNull(node.campaigns.find(campaign).block(Node.PATIENCE));
        assertThat(found.definition().flow()).isEqualTo(Flow.SALES_ASSISTED);
    }

    @Test
    void knowsNoRebuildOfACampaignThatIsNot() {
        assertThat(rebuilds.start(999_999).block(Node.PATIENCE)).isNull();
        assertThat(rebuilds.find(999_999).block(Node.PATIENCE)).isNull();
    }
}
