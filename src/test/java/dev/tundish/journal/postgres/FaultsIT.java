package dev.tundish.journal.postgres;

import static dev.tundish.journal.postgres.Node.code;
import static dev.tundish.journal.postgres.Node.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tundish.TestDatabase;
import dev.tundish.funnel.Happening;
import dev.tundish.journal.DatabaseAway;
import dev.tundish.journal.Entry;
import dev.tundish.journal.LaneFull;
import dev.tundish.journal.Outcome;
import dev.tundish.journal.RejectCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes wrong, and what that does to the others. */
class FaultsIT {

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @SuppressWarnings("NullAway.Init")
    private static Node node;

    @BeforeAll
    static void start() {
        node = new Node(database, Duration.ofMillis(100), 2_500);
        database.execute("alter table event add constraint no_poison check (lead <> 'poison')");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static Entry captured(int campaign, String lead, String id) {
        return entry(campaign, lead, id, 1_000, new Happening.Captured());
    }

    /** Holds a campaign as another writer would. */
    private static Connection hold(int campaign) throws SQLException {
        Connection other = database.jdbc();
        other.setAutoCommit(false);
        try (var statement = other.createStatement()) {
            statement.execute("select 1 from campaign_head where campaign_id = " + campaign + " for no key update");
        }
        return other;
    }

    @Test
    void aRowThatIsRefusedFailsAlone() {
        int campaign = node.campaign("poisoned");
        int other = node.campaign("healthy");
        List<Entry> entries = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            entries.add(captured(campaign, n == 7 ? "poison" : "lead" + n, "e" + n));
            entries.add(captured(other, "lead" + n, "e" + n));
        }
        List<Outcome> outcomes = new ArrayList<>(node.append(entries));
        assertThat(code(outcomes.get(14))).isEqualTo(RejectCode.INVALID_FIELD);
        outcomes.remove(14);
        assertThat(outcomes).hasSize(39).containsOnly(Outcome.ACCEPTED);
        assertThat(node.number("select events from campaign_head where campaign_id = " + campaign))
                .isEqualTo(19);
    }

    @Test
    void aCampaignThatIsHeldDoesNotHoldTheOthers() throws SQLException {
        int held = node.campaign("held");
        int free = node.campaign("free");
        try (Connection other = hold(held)) {
            var waits = node.journal.append(List.of(captured(held, "ann", "1"))).toFuture();
            for (int n = 0; n < 5; n++) {
                assertThat(node.append(captured(free, "ann", "f" + n))).containsExactly(Outcome.ACCEPTED);
            }
            assertThat(waits).isNotDone();
            other.rollback();
            assertThat(waits).succeedsWithin(Duration.ofSeconds(2)).isEqualTo(List.of(Outcome.ACCEPTED));
        }
    }

    @Test
    void aCampaignThatIsHeldTooLongIsGivenUp() throws SQLException {
        int held = node.campaign("held-long");
        try (Connection other = hold(held)) {
            assertThatThrownBy(() -> node.append(captured(held, "ann", "1"))).isInstanceOf(DatabaseAway.class);
            other.rollback();
        }
        assertThat(node.append(captured(held, "ann", "1"))).containsExactly(Outcome.ACCEPTED);
    }

    @Test
    void aFullLaneSaysSoAndTakesNothing() throws SQLException {
        int held = node.campaign("full");
        try (Connection other = hold(held)) {
            List<Entry> many = new ArrayList<>();
            for (int n = 0; n < 2_500; n++) {
                many.add(captured(held, "lead" + n, "e" + n));
            }
            var waits = node.journal.append(many).toFuture();
            assertThatThrownBy(() -> node.append(captured(held, "ann", "one-more")))
                    .isInstanceOf(LaneFull.class);
            other.rollback();
            assertThat(waits)
                    .succeedsWithin(Node.PATIENCE)
                    .satisfies(all -> assertThat(all).hasSize(2_500).containsOnly(Outcome.ACCEPTED));
        }
        assertThat(node.number("select leads::bigint from campaign_head where campaign_id = " + held))
                .isEqualTo(2_500);
    }

    @Test
    void aCallerWhoLeavesDoesNotCancelTheBatch() throws SQLException {
        int campaign = node.campaign("leaves");
        try (Connection other = hold(campaign)) {
            node.journal
                    .append(List.of(captured(campaign, "ann", "1")))
                    .subscribe()
                    .dispose();
            other.rollback();
        }
        await(() -> node.version(campaign) == 1);
    }

    @Test
    void aLostConnectionIsSaidAndTheRetryFindsItsOwn() {
        int campaign = node.campaign("killed");
        node.append(captured(campaign, "ann", "0"));
        database.execute("""
                create function slow() returns trigger language plpgsql as $$
                begin if new.lead = 'slow' then perform pg_sleep(30); end if; return new; end $$;
                create trigger slow before insert on event for each row execute function slow()
                """);
        var waits = node.journal
                .append(List.of(captured(campaign, "slow", "1"), captured(campaign, "bob", "2")))
                .toFuture();
        await(() -> node.number("""
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where wait_event = 'PgSleep' and datname = current_database()""") > 0);
        assertThat(waits)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withCauseInstanceOf(DatabaseAway.class);
        database.execute("drop trigger slow on event");
        Entry again = captured(campaign, "bob", "2");
        assertThat(node.append(again, captured(campaign, "slow", "1"))).containsOnly(Outcome.ACCEPTED);
        assertThat(node.append(again)).containsExactly(Outcome.DUPLICATE);
        assertThat(node.version(campaign)).isEqualTo(2);
    }

    @Test
    void oldChangesAreTrimmedAndTheHeadSaysUpToWhere() {
        int campaign = node.campaign("trimmed");
        node.append(captured(campaign, "ann", "1"));
        database.execute("update campaign_head set version = 2498 where campaign_id = " + campaign);
        node.append(captured(campaign, "ann", "2"));
        node.append(captured(campaign, "ann", "3"));
        assertThat(node.number("select trimmed from campaign_head where campaign_id = " + campaign))
                .isEqualTo(500);
        assertThat(node.number("select min(version) from journey_change where campaign_id = " + campaign))
                .isEqualTo(2499);
    }

    static void await(java.util.function.BooleanSupplier condition) {
        Instant end = Instant.now().plus(Node.PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(end);
            Thread.onSpinWait();
        }
    }
}
