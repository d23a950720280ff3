package dev.tundish.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.funnel.Flow;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What columns seem to mean, and what has to be settled before a file can be brought in. */
class MappingTests {

    private static List<Row> rows(String... lines) {
        List<Row> rows = new ArrayList<>();
        for (String line : lines) {
            rows.add(new Row(rows.size() + 2, List.of(line.split(",", -1))));
        }
        return rows;
    }

    private static List<String> codes(Mapping mapping) {
        return mapping.columns().stream().map(Meaning::code).toList();
    }

    private static Mapping proposed(String header, String... lines) {
        return Proposal.of(List.of(header.split(",")), rows(lines), Flow.SALES_ASSISTED, ZoneOffset.UTC);
    }

    @Test
    void knowsTheColumnsOfAFileOfLeads() {
        Mapping mapping = proposed(
                "mql_id,first_contact_date,landing_page_id,origin",
                "dac3,2018-02-01,8874,social",
                "8c18,2017-10-20,007f,paid_search");
        assertThat(mapping.kind()).isEqualTo(Kind.LEADS);
        assertThat(codes(mapping))
                .containsExactly("lead", "reached:captured", "attribute:landing_page_id", "attribute:source");
    }

    @Test
    void knowsTheColumnsOfAFileOfWonDeals() {
        Mapping mapping = proposed(
                "mql_id,won_date,business_segment,has_company,amount,currency,sales_email",
                "dac3,2018-02-26 19:58:54,pet,,5,EUR,a@x.y",
                "8c18,2018-05-08 20:17:59,toys,,7,EUR,b@x.y");
        assertThat(codes(mapping).subList(0, 3))
                .containsExactly("lead", "reached:converted", "attribute:business_segment");
        assertThat(codes(mapping).get(3)).isEqualTo("nothing");
        assertThat(codes(mapping).subList(4, 6)).containsExactly("amount", "currency");
    }

    @Test
    void knowsTheColumnsOfAFileOfEvents() {
        Mapping mapping = proposed(
                "type,lead,at,id,stage,reason",
                "lead.captured,a1,2018-02-01T10:00:00Z,e1,,",
                "lead.lost,a1,2018-03-01T10:00:00Z,e2,,no_budget");
        assertThat(mapping.kind()).isEqualTo(Kind.EVENTS);
        assertThat(codes(mapping)).containsExactly("type", "lead", "at", "id", "nothing", "reason");
    }

    @Test
    void takesWhatTellsRowsApartForTheLead() {
        assertThat(codes(proposed("Datum,Kunde", "2018-02-01,K-1", "2018-02-01,K-2"))
                        .get(1))
                .isEqualTo("lead");
    }

    @Test
    void neverMapsWhatItsOwnListOfRefusedRowsAdds() {
        assertThat(codes(proposed("Refused row,Refused because,lead_id", "3,x,a1", "9,x,a2")))
                .containsExactly("nothing", "nothing", "lead");
    }

    @Test
    void asksOnlyWhatHasToBeSettled() {
        List<String> header = List.of("lead", "when", "amount");
        List<Row> rows = rows("a1,3/4/2018,5");
        Mapping mapping = new Mapping(
                Kind.LEADS,
                List.of(Meaning.of(What.LEAD), Meaning.of(What.REACHED, "captured"), Meaning.of(What.AMOUNT)),
                DayOrder.UNKNOWN,
                "",
                ZoneOffset.UTC);
        assertThat(MappingCheck.of(mapping, header, rows, Flow.SALES_ASSISTED))
                .hasSize(2)
                .anyMatch(sentence -> sentence.contains("currency"))
                .anyMatch(sentence -> sentence.contains("day or the month"));
        Mapping settled = mapping.withOrder(DayOrder.DAY_FIRST).withCurrency("EUR");
        assertThat(MappingCheck.of(settled, header, rows, Flow.SALES_ASSISTED)).isEmpty();
        assertThat(MappingCheck.of(settled.withColumn(0, Meaning.NOTHING), header, rows, Flow.SALES_ASSISTED))
                .singleElement()
                .asString()
                .contains("tells the leads apart");
        assertThat(MappingCheck.of(settled.withColumn(1, Meaning.of(What.LEAD)), header, rows, Flow.SALES_ASSISTED))
                .singleElement()
                .asString()
                .contains("“when”");
        assertThat(MappingCheck.of(
                        settled.withColumn(1, Meaning.of(What.REACHED, "moon")), header, rows, Flow.SALES_ASSISTED))
                .singleElement()
                .asString()
                .contains("moon");
    }

    @Test
    void aMeaningIsKeptAsAWord() {
        for (What what : What.values()) {
            Meaning plain = Meaning.of(what);
            assertThat(Meaning.parse(plain.code())).isEqualTo(plain);
            Meaning detailed = Meaning.of(what, "a_b");
            assertThat(Meaning.parse(detailed.code())).isEqualTo(detailed);
        }
        assertThat(Meaning.parse("of_the_future:x")).isEqualTo(Meaning.NOTHING);
    }

    @Test
    void aPreviewCountsWhatWouldBeTakenAndWhyTheRestWouldNot() {
        List<Row> rows = rows("a1,2018-03-25 02:30", "a2,soon", "a3,never", ",2018-02-01");
        Mapping mapping = new Mapping(
                Kind.LEADS,
                List.of(Meaning.of(What.LEAD), Meaning.of(What.REACHED, "captured")),
                DayOrder.UNKNOWN,
                "",
                java.time.ZoneId.of("Europe/Amsterdam"));
        Preview preview = Preview.of(
                rows, new Judge("c", Flow.SALES_ASSISTED, mapping, List.of("lead", "came"), 1_774_656_000_000_000L));
        assertThat(preview.taken()).isEqualTo(1);
        assertThat(preview.skipped()).isEqualTo(1);
        assertThat(preview.reasons()).hasSize(2);
        assertThat(preview.reasons().values()).containsExactly(2, 1);
        assertThat(preview.rows()).hasSize(4);
    }
}
