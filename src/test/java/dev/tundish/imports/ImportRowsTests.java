package dev.tundish.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Happening;
import dev.tundish.funnel.Mark;
import dev.tundish.funnel.Money;
import dev.tundish.grammar.Rfc3339;
import dev.tundish.intake.Item;
import dev.tundish.journal.Card;
import dev.tundish.journal.RejectCode;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What rows become, as they are mapped. */
class ImportRowsTests {

    private static final long NOW = Rfc3339.micros("2026-11-23T09:00:00Z").orElseThrow();
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    private final List<String> header = new ArrayList<>();
    private final List<Meaning> meanings = new ArrayList<>();

    private ImportRowsTests column(String name, Meaning meaning) {
        header.add(name);
        meanings.add(meaning);
        return this;
    }

    private ImportRowsTests column(String name, What what) {
        return column(name, Meaning.of(what));
    }

    private Judged judge(Kind kind, String... cells) {
        Mapping mapping = new Mapping(kind, meanings, DayOrder.DAY_FIRST, "EUR", ZONE);
        return new Judge("olist", Flow.SALES_ASSISTED, mapping, header, NOW).judge(new Row(7, List.of(cells)));
    }

    private List<Item.Valid> taken(Kind kind, String... cells) {
        Judged judged = judge(kind, cells);
        assertThat(judged).isInstanceOf(Judged.Taken.class);
        return ((Judged.Taken) judged).events();
    }

    private Judged.Refused refused(Kind kind, String... cells) {
        Judged judged = judge(kind, cells);
        assertThat(judged).isInstanceOf(Judged.Refused.class);
        return (Judged.Refused) judged;
    }

    private ImportRowsTests leads() {
        return column("mql_id", What.LEAD)
                .column("came", Meaning.of(What.REACHED, "captured"))
                .column("won", Meaning.of(What.REACHED, "converted"))
                .column("why", Meaning.of(What.LEFT, "lost"))
                .column("left", What.LEFT_AT)
                .column("amount", What.AMOUNT)
                .column("origin", Meaning.of(What.ATTRIBUTE, "source"))
                .column("mail", Meaning.of(What.CARD, "email"));
    }

    @Test
    void aLeadThatWasWonIsAnEventForEachStage() {
        List<Item.Valid> events = leads().taken(
                        Kind.LEADS, "a1", "2018-02-01", "2018-02-26 19:58:54", "", "", "€ 1.200,50", "social", "a@x.y");
        assertThat(events).extracting(e -> e.event().what().type()).containsExactly("lead.captured", "lead.converted");
        assertThat(events).allMatch(e -> e.lead().equals("a1") && e.campaign().equals("olist") && e.givenId());
        assertThat(events.getFirst().event().attributes()).isEqualTo(Map.of("source", "social"));
        assertThat(events.getFirst().card()).isNotNull();
        assertThat(events.getLast().event().attributes()).isEmpty();
        assertThat(events.getLast().event().at())
                .isEqualTo(Rfc3339.micros("2018-02-26T22:58:54Z").orElseThrow());
        assertThat(events.getLast().event().value()).isEqualTo(new Money(new BigDecimal("1200.50"), "EUR"));
    }

    @Test
    void aLeadThatLeftSaysWhyAndWhen() {
        List<Item.Valid> events =
                leads().taken(Kind.LEADS, "a1", "2018-02-01", "", "No budget", "3/4/2018", "500", "", "");
        assertThat(events).hasSize(2);
        assertThat(events.getLast().event().what()).isEqualTo(new Happening.Lost("no_budget"));
        assertThat(events.getLast().event().at())
                .isEqualTo(Rfc3339.micros("2018-04-03T03:00:00Z").orElseThrow());
    }

    @Test
    void aStageThatIsOnlySaidToBeReachedIsReachedWithTheOneBefore() {
        leads();
        List<Item.Valid> events = taken(Kind.LEADS, "a1", "2018-02-01", "yes", "", "", "", "", "");
        assertThat(events.getLast().event().at())
                .isEqualTo(events.getFirst().event().at());
        assertThat(taken(Kind.LEADS, "a1", "2018-02-01", "no", "", "", "", "", ""))
                .hasSize(1);
    }

    @Test
    void anotherFileSaysMoreOfTheSameLeads() {
        List<Item.Valid> events = column("mql_id", What.LEAD)
                .column("won_date", Meaning.of(What.REACHED, "converted"))
                .column("business_segment", Meaning.of(What.ATTRIBUTE, "business_segment"))
                .taken(Kind.LEADS, "a1", "2018-02-26 19:58:54", "pet");
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.event().what()).isEqualTo(new Happening.Converted());
            assertThat(event.event().attributes()).containsEntry("business_segment", "pet");
        });
    }

    @Test
    void aFileThatSaysNothingOfStagesIsOneOfNewLeads() {
        assertThat(column("id", What.LEAD).taken(Kind.LEADS, "a1"))
                .singleElement()
                .satisfies(event -> assertThat(event.event().what()).isEqualTo(new Happening.Captured()));
    }

    @Test
    void whatSalesSaysBecomesFeedback() {
        List<Item.Valid> events = column("id", What.LEAD)
                .column("came", Meaning.of(What.REACHED, "captured"))
                .column("good?", What.VERDICT)
                .column("why", What.REASONS)
                .taken(Kind.LEADS, "a1", "2018-02-01", "No", "No budget; Wrong customer");
        assertThat(events.getLast().event().what())
                .isEqualTo(new Happening.Feedback(Mark.BAD, List.of("no_budget", "wrong_customer")));
    }

    @Test
    void anEventIsTakenByTheContractsFields() {
        List<Item.Valid> events = column("type", What.TYPE)
                .column("lead", What.LEAD)
                .column("at", What.AT)
                .column("stage", What.STAGE)
                .column("id", What.ID)
                .taken(Kind.EVENTS, "Reached", "a1", "2018-02-01T10:00:00Z", "Accepted by sales", "e-1");
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.event().what()).isEqualTo(new Happening.Reached("accepted"));
            assertThat(event.event().id()).isEqualTo("e-1");
        });
    }

    @Test
    void theSameRowIsTheSameEventsWhateverFileItStandsIn() {
        leads();
        String[] row = {"a1", "2018-02-01", "2018-02-26 19:58:54", "", "", "", "social", ""};
        List<String> first =
                taken(Kind.LEADS, row).stream().map(e -> e.event().id()).toList();
        List<String> second =
                taken(Kind.LEADS, row).stream().map(e -> e.event().id()).toList();
        assertThat(second).isEqualTo(first).doesNotHaveDuplicates();
        row[6] = "email";
        assertThat(taken(Kind.LEADS, row).getFirst().event().id()).isNotIn(first);
    }

    @Test
    void refusesWithTheCodesAndSentencesOfTheIntake() {
        leads();
        assertThat(refused(Kind.LEADS, "", "2018-02-01", "", "", "", "", "", "").code())
                .isEqualTo(RejectCode.MISSING_FIELD);
        assertThat(refused(Kind.LEADS, "a1", "soon", "", "", "", "", "", "").detail())
                .contains("“came”");
        assertThat(refused(Kind.LEADS, "a1", "2018-02-01", "", "lost", "soon", "", "", "")
                        .detail())
                .contains("“left”");
        assertThat(refused(Kind.LEADS, "a1", "2018-02-01", "yes", "", "", "lots", "", "")
                        .detail())
                .contains("value.amount");
        assertThat(refused(Kind.LEADS, "a1", "1999-12-31", "", "", "", "", "", "")
                        .detail())
                .contains("2000-01-01");
        assertThat(refused(Kind.LEADS, "a1", "2030-01-01", "", "", "", "", "", "")
                        .code())
                .isEqualTo(RejectCode.FUTURE_TIMESTAMP);
        assertThat(refused(Kind.LEADS, "a1", "", "", "", "", "", "", "").code()).isEqualTo(RejectCode.MISSING_FIELD);
        assertThat(refused(Kind.LEADS, "a1", "2018-02-01", "", "", "", "", "", "", "one too many")
                        .code())
                .isEqualTo(RejectCode.MALFORMED);
        assertThat(refused(Kind.LEADS, "x".repeat(129), "2018-02-01", "", "", "", "", "", "")
                        .code())
                .isEqualTo(RejectCode.INVALID_FIELD);
    }

    @Test
    void refusesAStageThatTheFlowDoesNotHave() {
        column("type", What.TYPE).column("lead", What.LEAD).column("stage", What.STAGE);
        assertThat(refused(Kind.EVENTS, "lead.reached", "a1", "moon").code()).isEqualTo(RejectCode.UNKNOWN_STAGE);
        assertThat(refused(Kind.EVENTS, "lead.flew", "a1", "").code()).isEqualTo(RejectCode.UNKNOWN_TYPE);
    }

    @Test
    void neverEchoesACellInARefusal() {
        leads();
        assertThat(refused(Kind.LEADS, "secret@x.y", "secret", "", "", "", "", "", "")
                        .detail())
                .doesNotContain("secret");
    }

    @Test
    void takesAwayWhatItsOwnListOfRefusedRowsPutInFrontOfFormulas() {
        column("id", What.LEAD).column("phone", Meaning.of(What.CARD, "phone"));
        String harmless = RefusedCsv.harmless("+31 20 555");
        assertThat(harmless).isEqualTo("'+31 20 555");
        assertThat(taken(Kind.LEADS, "a1", harmless).getFirst().card())
                .isEqualTo(new Card(null, null, null, "+31 20 555", null, null));
        assertThat(RefusedCsv.harmless("-12.5")).isEqualTo("-12.5");
        assertThat(RefusedCsv.harmless("=HYPERLINK(1)")).startsWith("'=");
        assertThat(RefusedCsv.harmless("-1+cmd")).startsWith("'");
    }

    @Test
    void readsAmountsAsPeopleWriteThem() {
        assertThat(Words.amount("1,200.50")).isEqualTo("1200.50");
        assertThat(Words.amount("1.200,50 €")).isEqualTo("1200.50");
        assertThat(Words.amount("1'200")).isEqualTo("1200");
        assertThat(Words.amount("12,5")).isEqualTo("12.5");
        assertThat(Words.amount("1,200")).isEqualTo("1200");
        assertThat(Words.amount("1.200.000")).isEqualTo("1200000");
        assertThat(Words.amount("0.0")).isEqualTo("0.0");
        assertThat(Words.amount("199.9900000")).isEqualTo("199.9900");
    }
}
