package dev.tundish.campaign.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.TestDatabase;
import dev.tundish.campaign.CampaignChange;
import dev.tundish.campaign.CampaignChange.Kind;
import dev.tundish.campaign.CampaignChanges;
import dev.tundish.campaign.CampaignChanges.Outcome;
import dev.tundish.campaign.CampaignChanges.Text;
import dev.tundish.campaign.CampaignChanges.Written;
import dev.tundish.campaign.Campaigns;
import dev.tundish.campaign.Campaigns.Saved;
import dev.tundish.campaign.Definition;
import dev.tundish.funnel.Flow;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** What marketing changed, in PostgreSQL: appended to alone, and seen by whoever watches the campaign. */
class ChangesIT {

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant EARLIER = Instant.parse("2026-11-20T08:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private static Campaigns campaigns;

    @SuppressWarnings("NullAway.Init")
    private static CampaignChanges changes;

    @BeforeAll
    static void start() {
        campaigns = CampaignsFor.database(database.pool(), database.client(), InstantSource.fixed(NOW));
        changes = CampaignsFor.changes(database.pool(), database.client(), InstantSource.fixed(NOW));
    }

    private static <T> T now(Mono<T> answer) {
        return Objects.requireNonNull(answer.block(Duration.ofSeconds(10)));
    }

    private static int campaign(String key) {
        now(campaigns.save(key, definition(Flow.SELF_SERVE, Map.of(), null), null, false, "ana"));
        return now(campaigns.idOf(key));
    }

    private static Definition definition(Flow flow, Map<String, Long> targets, @Nullable String promise) {
        return new Definition(
                "A launch",
                null,
                flow,
                ZoneOffset.UTC,
                null,
                null,
                null,
                null,
                targets,
                null,
                null,
                Duration.ofDays(14),
                List.of(),
                "Ana",
                List.of("b2b"),
                false,
                promise,
                null);
    }

    private static List<CampaignChange> list(int campaign) {
        return now(changes.list(campaign).collectList());
    }

    private static long version(int campaign) throws SQLException {
        try (var connection = database.jdbc();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select version from campaign_head where campaign_id = " + campaign)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void listsByWhenTheyTookHoldAndRaisesTheVersionEachTime() throws SQLException {
        int campaign = campaign("listed");
        assertThat(list(campaign)).isEmpty();
        CampaignChange second = now(changes.add(campaign, new Text(null, "Ana", "Another text"), "key"));
        CampaignChange first = now(changes.add(campaign, new Text(EARLIER, "Ben", "Another audience"), "key"));
        assertThat(second.at()).isEqualTo(NOW);
        assertThat(list(campaign)).containsExactly(first, second);
        assertThat(version(campaign)).isEqualTo(2);
        assertThat(changes.add(4_711, new Text(null, "Ana", "x"), "key").blockOptional(Duration.ofSeconds(10)))
                .isEmpty();
    }

    @Test
    void keepsWhatACorrectionAndAWithdrawalReplace() throws SQLException {
        int campaign = campaign("corrected");
        long id = now(changes.add(campaign, new Text(EARLIER, "Ana", "Anothr text"), "key"))
                .id();
        Outcome corrected = now(changes.correct(campaign, id, new Text(null, "Ana", "Another text"), "ben"));
        assertThat(corrected).isInstanceOfSatisfying(Outcome.Done.class, done -> {
            assertThat(done.change().what()).isEqualTo("Another text");
            assertThat(done.change().at()).as("as it stood").isEqualTo(EARLIER);
        });
        assertThat(list(campaign)).extracting(CampaignChange::what).containsExactly("Another text");
        assertThat(now(changes.withdraw(campaign, id, "ana"))).isInstanceOf(Outcome.Done.class);
        assertThat(list(campaign)).isEmpty();
        assertThat(now(changes.history(campaign, id)))
                .extracting(written -> written.change().what(), Written::withdrawn, Written::writer)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Anothr text", false, "key"),
                        org.assertj.core.groups.Tuple.tuple("Another text", false, "ben"),
                        org.assertj.core.groups.Tuple.tuple("Another text", true, "ana"));
        assertThat(version(campaign)).isEqualTo(3);
        assertThat(now(changes.withdraw(campaign, id, "ana"))).isEqualTo(new Outcome.NotThere());
        assertThat(version(campaign)).as("nothing was written").isEqualTo(3);
    }

    @Test
    void knowsNoChangeOfAnotherCampaign() {
        int one = campaign("one");
        int other = campaign("other");
        long id = now(changes.add(one, new Text(null, "Ana", "x"), "key")).id();
        assertThat(now(changes.correct(other, id, new Text(null, "Ana", "y"), "key")))
                .isEqualTo(new Outcome.NotThere());
        assertThat(changes.history(other, id).blockOptional(Duration.ofSeconds(10)))
                .isEmpty();
    }

    @Test
    void writesDownWhatASaveChangesAndKeepsThePromiseBefore() throws SQLException {
        int campaign = campaign("saved");
        now(campaigns.save("saved", definition(Flow.SELF_SERVE, Map.of("converted", 5L), "Firms"), null, false, "ana"));
        now(campaigns.save(
                "saved", definition(Flow.SELF_SERVE, Map.of("converted", 5L), "Large firms"), null, false, "ben"));
        assertThat(list(campaign))
                .extracting(CampaignChange::kind, CampaignChange::by, CampaignChange::what, CampaignChange::before)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.DEFINITION, "ana", "Target of Paid none → 5", null),
                        org.assertj.core.groups.Tuple.tuple(
                                Kind.PROMISE, "ana", "What we promise sales was written down", null),
                        org.assertj.core.groups.Tuple.tuple(
                                Kind.PROMISE, "ben", "What we promise sales is another text", "Firms"));
        assertThat(version(campaign)).isEqualTo(2);
        long automatic = list(campaign).getFirst().id();
        assertThat(now(changes.withdraw(campaign, automatic, "ana"))).isEqualTo(new Outcome.Automatic());
    }

    @Test
    void leavesNothingOfASaveThatFails() {
        int campaign = campaign("failed");
        database.execute("create or replace function refuse() returns trigger language plpgsql as"
                + " 'begin raise exception ''no''; end'");
        database.execute("create trigger refuse before insert on campaign_change for each row when (new.campaign_id = "
                + campaign + ") execute function refuse()");
        Definition wanted = definition(Flow.SELF_SERVE, Map.of("converted", 7L), null);
        assertThat(campaigns
                        .save("failed", wanted, null, false, "ana")
                        .onErrorResume(_ -> Mono.empty())
                        .blockOptional(Duration.ofSeconds(10)))
                .isEmpty();
        database.execute("drop trigger refuse on campaign_change");
        assertThat(now(campaigns.find("failed")).definition().targets())
                .as("the definition is changed together with its mark, or not at all")
                .isEmpty();
        assertThat(now(campaigns.save("failed", wanted, null, false, "ana"))).isInstanceOf(Saved.Changed.class);
        assertThat(list(campaign)).hasSize(1);
    }

    @Test
    void saysAChangeOfFlowWhenItsRebuildIsDoneAndNeverWhenItFails() {
        int campaign = campaign("folded");
        database.execute("update campaign_head set events = 7 where campaign_id = " + campaign);
        Definition wanted = definition(Flow.SALES_ASSISTED, Map.of(), null);
        var failing = (Saved.Rebuilding) now(campaigns.save("folded", wanted, null, true, "ana"));
        assertThat(list(campaign)).as("nothing has happened yet").isEmpty();
        database.execute("update rebuild set state = 'failed', finished_at = now() where id = " + failing.rebuild());
        assertThat(list(campaign)).isEmpty();
        var done = (Saved.Rebuilding) now(campaigns.save("folded", wanted, null, true, "ben"));
        database.execute(
                "update rebuild set state = 'done', finished_at = '2026-11-24T10:05:00Z' where id = " + done.rebuild());
        assertThat(list(campaign)).singleElement().satisfies(change -> {
            assertThat(change.at()).isEqualTo(Instant.parse("2026-11-24T10:05:00Z"));
            assertThat(change.by()).isEqualTo("ben");
            assertThat(change.what()).contains("Stage “Accepted by sales” added");
        });
    }
}
