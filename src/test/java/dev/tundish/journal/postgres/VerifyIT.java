package dev.tundish.journal.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.TestDatabase;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Happening;
import dev.tundish.journal.Verifier.Verification;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.scheduler.Schedulers;

/** A second reading of the log finds what is wrong with the journeys and counters, and nothing else. */
class VerifyIT {

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @SuppressWarnings("NullAway.Init")
    private static Node node;

    @BeforeAll
    static void start() {
        node = new Node(database);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static Verification verify(int campaign) {
        var verifier = new PostgresVerifier(database.pool(), node.campaigns, Schedulers.parallel());
        return Objects.requireNonNull(verifier.verify(campaign).block(Node.PATIENCE));
    }

    /** A campaign with two leads, ann converted, bob new. */
    private static int two(String key) {
        int campaign = node.campaign(key);
        node.append(
                Node.entry(campaign, "ann", "1", 60_000_000, new Happening.Captured()),
                Node.entry(campaign, "ann", "2", 120_000_000, new Happening.Converted()),
                Node.entry(campaign, "bob", "3", 60_000_000, new Happening.Captured()));
        assertThat(verify(campaign).differences()).isEmpty();
        return campaign;
    }

    @Test
    void findsNothingAfterRandomEvents() {
        for (long seed = 0; seed < 3; seed++) {
            int campaign = node.campaign("random-" + seed);
            Launch launch = new Launch(seed, campaign, Flow.SALES_ASSISTED);
            for (int batch = 0; batch < 8; batch++) {
                node.append(launch.events(60, 1 + batch * 50));
            }
            Verification found = verify(campaign);
            assertThat(found.differences()).isEmpty();
            assertThat(found.events()).isEqualTo(1408);
            assertThat(found.leads()).isEqualTo(60);
            assertThat(found.version()).isEqualTo(8);
        }
    }

    @Test
    void readsMoreLeadsThanOneChunk() {
        int campaign = node.campaign("chunks");
        node.append(new Launch(7, campaign, Flow.SALES_ASSISTED).events(3_000, 6_000));
        Verification found = verify(campaign);
        assertThat(found.differences()).isEmpty();
        assertThat(found.events()).isEqualTo(6_000);
        assertThat(found.leads()).isGreaterThan(2_000);
    }

    @Test
    void namesAJourneyThatIsWrong() {
        int campaign = two("wrong");
        database.execute("update journey j set state = b.state from journey b where j.lead = 'ann' and b.lead = 'bob'"
                + " and b.campaign_id = j.campaign_id and j.campaign_id = " + campaign);
        Verification found = verify(campaign);
        assertThat(found.differenceCount()).isEqualTo(1);
        assertThat(found.differences().getFirst())
                .contains("\"ann\"")
                .contains("status is OPEN, by its events it is CONVERTED")
                .contains("reached \"converted\" is never, by its events it is 1970-01-01T00:02:00Z");
    }

    @Test
    void namesAJourneyThatCannotBeRead() {
        int campaign = two("damaged");
        database.execute("update journey set state = '\\x01ff' where lead = 'bob' and campaign_id = " + campaign);
        assertThat(verify(campaign).differences()).singleElement().asString().contains("\"bob\" cannot be read");
    }

    @Test
    void namesACounterThatIsWrongOneThatIsMissingAndOneTooMany() {
        int campaign = two("counters");
        String whole = " and minute = -2147483648 and campaign_id = " + campaign;
        database.execute("update tally set leads = leads + 1 where code = 'a:0'" + whole);
        database.execute("delete from tally where code = 'a:1'" + whole);
        database.execute("insert into tally (campaign_id, epoch, minute, code, leads) values (" + campaign
                + ", 1, 9, 'a:0', 5), (" + campaign + ", 1, 10, 'a:0', 0)");
        assertThat(verify(campaign).differences())
                .containsExactlyInAnyOrder(
                        "the counter a:0 of the whole campaign has 3 leads, by the events it has 2 leads",
                        "the counter a:1 of the whole campaign has 0 leads, by the events it has 1 leads",
                        "the counter a:0 of 1970-01-01T00:09:00Z has 5 leads, by the events it has 0 leads");
    }

    @Test
    void namesALeadWithoutJourneyAndAJourneyWithoutEvents() {
        int campaign = two("lost");
        database.execute("update journey set lead = 'nobody' where lead = 'bob' and campaign_id = " + campaign);
        assertThat(verify(campaign).differences())
                .containsExactlyInAnyOrder(
                        "lead \"bob\" has events, but no journey", "lead \"nobody\" has a journey, but no event");
    }

    @Test
    void namesWhatTheHeadMiscounts() {
        int campaign = two("head");
        database.execute("update campaign_head set events = 4, leads = 3 where campaign_id = " + campaign);
        assertThat(verify(campaign).differences())
                .containsExactlyInAnyOrder(
                        "the campaign's head counts 4 events, the log has 3",
                        "the campaign's head counts 3 leads, the log has 2",
                        "no lead has the number 2");
    }
}
