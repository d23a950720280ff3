package dev.tundish.journal.postgres;

import static dev.tundish.journal.postgres.Node.code;
import static dev.tundish.journal.postgres.Node.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.TestDatabase;
import dev.tundish.funnel.Happening;
import dev.tundish.funnel.LeadEvent;
import dev.tundish.funnel.Money;
import dev.tundish.funnel.Status;
import dev.tundish.journal.Card;
import dev.tundish.journal.Entry;
import dev.tundish.journal.LeadLog;
import dev.tundish.journal.Outcome;
import dev.tundish.journal.RejectCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of events that are appended. */
class AppendIT {

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

    private static LeadLog lead(int campaign, String lead) {
        return Objects.requireNonNull(node.log.lead(campaign, lead).block(Node.PATIENCE));
    }

    @Test
    void countsWhatItAccepts() {
        int campaign = node.campaign("counts");
        assertThat(node.append(
                        entry(campaign, "ann", "1", 1_000, new Happening.Captured()),
                        entry(campaign, "bob", "2", 2_000, new Happening.Captured()),
                        entry(campaign, "ann", "3", 3_000, new Happening.Qualified())))
                .containsOnly(Outcome.ACCEPTED);
        assertThat(node.version(campaign)).isEqualTo(1);
        assertThat(lead(campaign, "ann").journey().stage()).isEqualTo(1);
        assertThat(lead(campaign, "ann").events()).hasSize(2);
        assertThat(node.number("select count(*) from journey where campaign_id = " + campaign))
                .isEqualTo(2);
        assertThat(node.number("select leads::bigint from campaign_head where campaign_id = " + campaign))
                .isEqualTo(2);
    }

    @Test
    void knowsDuplicatesAndConflictsAcrossBatches() {
        int campaign = node.campaign("across");
        Entry first = entry(campaign, "ann", "1", 1_000, new Happening.Captured());
        node.append(first);
        List<Outcome> outcomes = node.append(first, entry(campaign, "ann", "1", 2_000, new Happening.Captured()));
        assertThat(outcomes.get(0)).isEqualTo(Outcome.DUPLICATE);
        assertThat(code(outcomes.get(1))).isEqualTo(RejectCode.ID_CONFLICT);
        assertThat(node.version(campaign)).as("nothing new, no new version").isEqualTo(1);
    }

    @Test
    void knowsDuplicatesAndConflictsInsideABatch() {
        int campaign = node.campaign("inside");
        Entry first = entry(campaign, "ann", "1", 1_000, new Happening.Captured());
        List<Outcome> outcomes =
                node.append(first, first, entry(campaign, "ann", "1", 2_000, new Happening.Captured()));
        assertThat(outcomes.subList(0, 2)).containsExactly(Outcome.ACCEPTED, Outcome.DUPLICATE);
        assertThat(code(outcomes.get(2))).isEqualTo(RejectCode.ID_CONFLICT);
        assertThat(lead(campaign, "ann").events()).hasSize(1);
    }

    @Test
    void knowsDuplicatesBeforeTheFlowIsAsked() {
        int campaign = node.campaign("before");
        Entry known = entry(campaign, "ann", "1", 1_000, new Happening.Captured());
        node.append(known);
        List<Outcome> outcomes = node.append(
                entry(campaign, "ann", "1", 1_000, new Happening.Reached("nowhere")),
                entry(campaign, "ann", "2", 1_000, new Happening.Reached("nowhere")),
                entry(campaign, "ann", "2", 1_000, new Happening.Reached("opportunity")));
        assertThat(outcomes.stream().map(Node::code))
                .containsExactly(RejectCode.ID_CONFLICT, RejectCode.UNKNOWN_STAGE, null);
    }

    @Test
    void takesAValueOnlyWithTheLastStage() {
        int campaign = node.campaign("value");
        Money money = new Money(new BigDecimal("12.50"), "EUR");
        List<Outcome> outcomes = node.append(
                entry(campaign, "ann", new LeadEvent("1", 1_000, new Happening.Captured(), money, Map.of())),
                entry(campaign, "ann", new LeadEvent("2", 1_000, new Happening.Converted(), money, Map.of())));
        assertThat(code(outcomes.get(0))).isEqualTo(RejectCode.INVALID_FIELD);
        assertThat(outcomes.get(1)).isEqualTo(Outcome.ACCEPTED);
        assertThat(lead(campaign, "ann").journey().value()).isEqualTo(money);
    }

    @Test
    void foldsFromTheLogWhatARevertUncovers() {
        int campaign = node.campaign("revert");
        node.append(entry(campaign, "ann", "1", 1_000, new Happening.Converted()));
        node.append(entry(campaign, "ann", "2", 3_000, new Happening.Converted()));
        node.append(entry(campaign, "ann", "4", 5_000, new Happening.Converted()));
        node.append(entry(campaign, "ann", "3", 2_000, new Happening.Reverted("refund")));
        assertThat(lead(campaign, "ann").journey().status()).isEqualTo(Status.CONVERTED);
        assertThat(lead(campaign, "ann").journey().asserted()[4]).isEqualTo(3_000);
    }

    @Test
    void keepsALeadToFortyAttributesAndRemovesWhatIsOver() {
        int campaign = node.campaign("forty");
        node.append(withAttributes(campaign, "ann", "1", 0, 20));
        List<Outcome> outcomes = node.append(
                withAttributes(campaign, "ann", "2", 20, 40),
                withAttributes(campaign, "ann", "3", 40, 41),
                withAttributes(campaign, "bob", "4", 40, 41));
        assertThat(outcomes.stream().map(Node::code)).containsExactly(null, RejectCode.TOO_MANY_ATTRIBUTES, null);
        assertThat(lead(campaign, "ann").events()).hasSize(2);
        assertThat(node.append(withAttributes(campaign, "ann", "3", 0, 1))).containsExactly(Outcome.ACCEPTED);
    }

    @Test
    void keepsACampaignToTwoHundredAttributes() {
        int campaign = node.campaign("two-hundred");
        List<Entry> entries = new ArrayList<>();
        for (int n = 0; n < 10; n++) {
            entries.add(withAttributes(campaign, "lead" + n, "e" + n, 20 * n, 20 * n + 20));
        }
        assertThat(node.append(entries)).containsOnly(Outcome.ACCEPTED);
        assertThat(code(node.append(withAttributes(campaign, "new", "x", 200, 201))
                        .getFirst()))
                .isEqualTo(RejectCode.TOO_MANY_ATTRIBUTES);
        assertThat(node.number("select count(*) from journey where lead = 'new' and campaign_id = " + campaign))
                .isZero();
        assertThat(node.append(withAttributes(campaign, "new", "y", 5, 6))).containsExactly(Outcome.ACCEPTED);
    }

    @Test
    void keepsTheLastOfEachFieldOfACard() {
        int campaign = node.campaign("cards");
        node.append(withCard(campaign, "1", 2_000, new Card("Ann", null, "a@example.org", null, null, null)));
        node.append(withCard(campaign, "2", 1_000, new Card("An", "Acme", null, null, null, null)));
        assertThat(lead(campaign, "ann").card()).isEqualTo(new Card("Ann", "Acme", "a@example.org", null, null, null));
        assertThat(node.log.eraseCard(campaign, "ann").block(Node.PATIENCE)).isTrue();
        assertThat(node.log.eraseCard(campaign, "ann").block(Node.PATIENCE)).isFalse();
        assertThat(lead(campaign, "ann").card()).isNull();
    }

    @Test
    void readsBackWhatWasSaid() {
        int campaign = node.campaign("back");
        LeadEvent event = new LeadEvent(
                "quote\" \\ \uD83D\uDE00",
                1_000,
                new Happening.Feedback(dev.tundish.funnel.Mark.BAD, List.of("no_budget", "other")),
                null,
                Map.of("source", "a {b}, \"c\""));
        Entry entry = new Entry(campaign, "NULL", event, true, Node.digest("x"), "line\nbreak", "bob", null);
        assertThat(node.append(entry)).containsExactly(Outcome.ACCEPTED);
        var newest = Objects.requireNonNull(
                node.log.newest(campaign, 5).collectList().block(Node.PATIENCE));
        assertThat(newest).hasSize(1);
        assertThat(newest.getFirst().event()).isEqualTo(event);
        assertThat(newest.getFirst().lead()).isEqualTo("NULL");
        assertThat(newest.getFirst().comment()).isEqualTo("line\nbreak");
        assertThat(newest.getFirst().by()).isEqualTo("bob");
        assertThat(newest.getFirst().version()).isEqualTo(1);
    }

    private static Entry withAttributes(int campaign, String lead, String id, int from, int to) {
        Map<String, String> attributes = new java.util.HashMap<>();
        for (int n = from; n < to; n++) {
            attributes.put("k" + n, "v");
        }
        return entry(campaign, lead, new LeadEvent(id, 1_000, new Happening.Captured(), null, attributes));
    }

    private static Entry withCard(int campaign, String id, long at, Card card) {
        LeadEvent event = new LeadEvent(id, at, new Happening.Captured(), null, Map.of());
        return new Entry(campaign, "ann", event, true, Node.digest(id), null, null, card);
    }
}
