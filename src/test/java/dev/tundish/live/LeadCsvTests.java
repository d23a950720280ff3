package dev.tundish.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Happening;
import dev.tundish.funnel.Journey;
import dev.tundish.funnel.JourneyState;
import dev.tundish.funnel.LeadEvent;
import dev.tundish.funnel.Mark;
import dev.tundish.funnel.Money;
import dev.tundish.funnel.Rules;
import dev.tundish.journal.Card;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadCsvTests {

    private static final Rules RULES = new Rules(Flow.SELF_SERVE, -1, Map.of());
    private static final long AT = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse("2026-03-29T00:30:00.5Z"));

    private static final Journey WON = JourneyState.fold(
                    RULES,
                    List.of(
                            event("a", AT, new Happening.Captured(), null, Map.of("source", "a,b")),
                            event(
                                    "b",
                                    AT + 3_600_000_000L,
                                    new Happening.Converted(),
                                    new Money(new BigDecimal("1200.50"), "EUR"),
                                    Map.of()),
                            event(
                                    "c",
                                    AT + 7_200_000_000L,
                                    new Happening.Feedback(Mark.GOOD, List.of("referral", "has_budget")),
                                    null,
                                    Map.of())))
            .journey();

    private static LeadEvent event(
            String id,
            long at,
            Happening what,
            @org.jspecify.annotations.Nullable Money value,
            Map<String, String> attributes) {
        return new LeadEvent(id, at, what, value, attributes);
    }

    @Test
    void namesItsColumnsAndFillsEachOfThem() {
        LeadCsv csv = new LeadCsv(Flow.SELF_SERVE, List.of("segment", "source"), null);
        Card card = new Card("Ada \"A\" Lovelace", null, "ada@example.org", null, null, "eve");
        String[] head = csv.head().strip().split(",");
        assertThat(csv.head()).endsWith("\r\n");
        assertThat(head)
                .containsExactly(
                        "lead",
                        "status",
                        "stage",
                        "reason",
                        "voided",
                        "reached.captured",
                        "reached.qualified",
                        "reached.converted",
                        "amount",
                        "currency",
                        "verdict",
                        "verdict.source",
                        "verdict.reasons",
                        "verdict.at",
                        "attribute.segment",
                        "attribute.source",
                        "card.name",
                        "card.company",
                        "card.email",
                        "card.phone",
                        "card.url",
                        "card.owner");
        assertThat(csv.line("ada", WON, card))
                .isEqualTo("ada,converted,converted,,false,2026-03-29T00:30:00.500Z,2026-03-29T01:30:00.500Z,"
                        + "2026-03-29T01:30:00.500Z,1200.50,EUR,good,stated,referral has_budget,"
                        + "2026-03-29T02:30:00.500Z,,\"a,b\",\"Ada \"\"A\"\" Lovelace\",,ada@example.org,,,eve\r\n");
    }

    @Test
    void followsTheCampaignsClockForSpreadsheets() {
        LeadCsv csv = new LeadCsv(Flow.SELF_SERVE, List.of(), ZoneId.of("Europe/Amsterdam"));
        // The clocks go from 2 to 3 o'clock between the two.
        assertThat(csv.line("ada", WON, null)).contains(",2026-03-29 01:30:00,2026-03-29 03:30:00,");
    }

    @Test
    void saysNothingWhereNothingIsKnown() {
        Journey unknown = JourneyState.fold(
                        RULES,
                        List.of(event("a", AT, new Happening.Feedback(Mark.BAD, List.of("spam")), null, Map.of())))
                .journey();
        assertThat(new LeadCsv(Flow.SELF_SERVE, List.of("source"), null).line("x", unknown, null))
                .isEqualTo("x,open,,,false,,,,,,bad,stated,spam,2026-03-29T00:30:00.500Z,,,,,,,\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\")",
                "+1",
                "-1+2",
                "@SUM(A1)",
                "\t=1",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20x"
            })
    void keepsFormulasFromSpreadsheets(String formula) {
        String cell = LeadCsv.cell(formula);
        String text =
                cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
        assertThat(text).isEqualTo("'" + formula);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a\"b", "a\nb", "a\r\nb", "a;b", "plain", "1200.50", "é 😀", "a=b"})
    void readsBackAsItWas(String text) {
        String cell = LeadCsv.cell(text);
        boolean quoted = cell.startsWith("\"");
        assertThat(quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell)
                .isEqualTo(text);
        assertThat(quoted).isEqualTo(text.chars().anyMatch(c -> ",;\"\r\n".indexOf(c) >= 0));
    }
}
