package dev.tundish.journal.postgres;

import static dev.tundish.journal.postgres.Node.code;
import static dev.tundish.journal.postgres.Node.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.TestDatabase;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Happening;
import dev.tundish.funnel.LeadEvent;
import dev.tundish.journal.Card;
import dev.tundish.journal.Entry;
import dev.tundish.journal.Erasures.Result;
import dev.tundish.journal.LeadLog;
import dev.tundish.journal.Outcome;
import dev.tundish.journal.Recorded;
import dev.tundish.journal.RejectCode;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.scheduler.Schedulers;

/** Erased people leave their numbers and nothing else, and stay erased. */
class ErasureIT {

    private static final Card CARD = new Card("Ann Archer", "Acme", "ann@example.org", "+31 20 1", null, "bob");

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @SuppressWarnings("NullAway.Init")
    private static Node node;

    @SuppressWarnings("NullAway.Init")
    private static PostgresErasures erasures;

    @BeforeAll
    static void start() {
        node = new Node(database);
        erasures = new PostgresErasures(database.pool(), node.changes, InstantSource.system());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static Entry said(
            int campaign,
            String id,
            Happening what,
            @Nullable String comment,
            @Nullable String by,
            @Nullable Card card) {
        LeadEvent event = new LeadEvent(id, 60_000_000L * id.length(), what, null, Map.of("source", "google"));
        return new Entry(campaign, "ann-77", event, true, Node.digest(id), comment, by, card);
    }

    private static int withAnn(String key) {
        int campaign = node.campaign(key);
        node.append(
                said(campaign, "1", new Happening.Captured(), "Ann called", null, CARD),
                said(campaign, "22", new Happening.Qualified(), "likes it", "bob", null),
                said(campaign, "333", new Happening.Accepted(), null, "ANN-77", null),
                said(campaign, "4444", new Happening.Reached("opportunity"), null, "Ann Archer", null));
        node.append(new Launch(3, campaign, Flow.SALES_ASSISTED).events(20, 60));
        return campaign;
    }

    private static String erase(int campaign) {
        Result result =
                Objects.requireNonNull(erasures.erase(campaign, "ann-77").block(Node.PATIENCE));
        assertThat(result).isInstanceOf(Result.Erased.class);
        return ((Result.Erased) result).lead();
    }

    private static LeadLog lead(int campaign, String lead) {
        return Objects.requireNonNull(node.log.lead(campaign, lead).block(Node.PATIENCE));
    }

    private static void isVerified(int campaign) {
        var verifier = new PostgresVerifier(database.pool(), node.campaigns, Schedulers.parallel());
        var found = Objects.requireNonNull(verifier.verify(campaign).block(Node.PATIENCE));
        assertThat(found.differences()).isEmpty();
    }

    /** All counters of a campaign, as one text. */
    private static String counters(int campaign) {
        return Objects.requireNonNull(database.client()
                .sql("select string_agg(t::text, ';' order by kind, minute, code) from tally t where campaign_id = $1")
                .bind("$1", campaign)
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .one()
                .block(Node.PATIENCE));
    }

    /** How many rows of the whole database have this text in them, in whatever column. */
    private static long rowsWith(String text) {
        return Objects.requireNonNull(database.client()
                .sql("select table_name::text from information_schema.tables where table_schema = 'public'")
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .concatMap(table -> database.client()
                        .sql("select count(*) from " + table + " t where t::text ilike '%" + text + "%'")
                        .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                        .one())
                .reduce(0L, Long::sum)
                .block(Node.PATIENCE));
    }

    @Test
    void nothingOfThePersonIsLeftAndNoNumberChanges() {
        int campaign = withAnn("nothing");
        String before = counters(campaign);
        long version = node.version(campaign);
        var journey = lead(campaign, "ann-77").journey();
        assertThat(rowsWith("ann-77") + rowsWith("ann archer")).isPositive();
        String name = erase(campaign);
        assertThat(name).startsWith("erased-");
        for (String text : List.of("ann-77", "ann archer", "ann@example", "Ann called", "likes it", "Acme")) {
            assertThat(rowsWith(text)).as(text).isZero();
        }
        assertThat(counters(campaign)).isEqualTo(before);
        assertThat(node.version(campaign)).as("whoever watches asks anew").isEqualTo(version + 1);
        LeadLog log = lead(campaign, name);
        assertThat(log.journey()).isEqualTo(journey);
        assertThat(log.card()).isNull();
        assertThat(log.events()).extracting(Recorded::comment).containsOnlyNulls();
        assertThat(log.events()).extracting(Recorded::by).containsExactly(null, "bob", null, null);
        isVerified(campaign);
    }

    @Test
    void aRetryIsStillADuplicate() {
        int campaign = withAnn("retry");
        erase(campaign);
        long version = node.version(campaign);
        Entry again = said(campaign, "1", new Happening.Captured(), "Ann called", null, CARD);
        Entry other = new Entry(campaign, "ann-77", again.event(), true, Node.digest("other"), null, null, null);
        List<Outcome> outcomes = node.append(again, other);
        assertThat(outcomes.getFirst()).isEqualTo(Outcome.DUPLICATE);
        assertThat(code(outcomes.getLast())).isEqualTo(RejectCode.ID_CONFLICT);
        assertThat(node.version(campaign)).isEqualTo(version);
        assertThat(rowsWith("ann-77")).isZero();
    }

    @Test
    void whoIsSentAgainStaysErased() {
        int campaign = withAnn("again");
        String name = erase(campaign);
        long leads = node.number("select leads::bigint from campaign_head where campaign_id = " + campaign);
        assertThat(node.append(
                        said(campaign, "55555", new Happening.Converted(), "Ann is back", "ann-77", CARD),
                        entry(campaign, "new one", "new", 1_000, new Happening.Captured())))
                .containsOnly(Outcome.ACCEPTED);
        LeadLog log = lead(campaign, name);
        assertThat(log.events()).hasSize(5);
        assertThat(log.journey().stage()).isEqualTo(log.rules().flow().last());
        assertThat(log.card()).isNull();
        assertThat(rowsWith("ann-77") + rowsWith("ann archer") + rowsWith("Ann is back"))
                .isZero();
        assertThat(node.number("select leads::bigint from campaign_head where campaign_id = " + campaign))
                .as("no lead but the new one")
                .isEqualTo(leads + 1);
        isVerified(campaign);
    }

    @Test
    void whoIsSentInAnotherCampaignIsAnotherLead() {
        int here = withAnn("here");
        int there = node.campaign("there");
        erase(here);
        node.append(entry(there, "ann-77", "1", 1_000, new Happening.Captured()));
        assertThat(lead(there, "ann-77").events()).hasSize(1);
        Objects.requireNonNull(erasures.erase(there, "ann-77").block(Node.PATIENCE));
        assertThat(node.number("select count(distinct hash) from erased_lead where campaign_id in (" + here + ", "
                        + there + ")"))
                .isEqualTo(2);
    }

    @Test
    void twiceIsOnce() {
        int campaign = withAnn("twice");
        String name = erase(campaign);
        long version = node.version(campaign);
        assertThat(erase(campaign)).isEqualTo(name);
        assertThat(erasures.erase(campaign, name).block(Node.PATIENCE)).isEqualTo(new Result.Erased(name));
        assertThat(node.version(campaign)).isEqualTo(version);
    }

    @Test
    void whoIsNotThereIsNotErased() {
        int campaign = withAnn("not-there");
        assertThat(erasures.erase(campaign, "nobody").block(Node.PATIENCE)).isEqualTo(new Result.NotThere());
        assertThat(erasures.erase(campaign + 1_000, "ann-77").block(Node.PATIENCE))
                .isEqualTo(new Result.NotThere());
        erase(campaign);
    }

    @Test
    void whileTheCampaignIsFoldedAnewNobodyIsErased() {
        int campaign = withAnn("folding");
        database.execute("insert into rebuild (campaign_id, flow_version, state, started_at) values (" + campaign
                + ", 1, 'folding', now())");
        assertThat(erasures.erase(campaign, "ann-77").block(Node.PATIENCE)).isEqualTo(new Result.Rebuilding());
        database.execute("delete from rebuild where campaign_id = " + campaign);
        erase(campaign);
    }
}
