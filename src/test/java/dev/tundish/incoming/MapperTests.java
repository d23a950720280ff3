package dev.tundish.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MapperTests {

    private static final Mapping CRM = Mapping.EMPTY
            .withCampaign("spring")
            .withField("deal.stage", Meaning.of(What.HAPPENED))
            .withField("deal.id", Meaning.of(What.LEAD))
            .withValue("deal.stage", "Closed lost – price", "lead.lost:no_budget")
            .withValue("deal.stage", "Closed won", "lead.converted")
            .withValue("deal.stage", "Newsletter", "none");

    private static final Mapping FORM = Mapping.EMPTY
            .withCampaign("spring")
            .withHappened(Becomes.of("lead.captured"))
            .withField("email", Meaning.of(What.LEAD));

    @Test
    void aValueIsWhatItWasSaidToMean() {
        assertThat(event(CRM, "deal.stage", "Closed lost – price", "deal.id", "7"))
                .containsEntry("type", "lead.lost")
                .containsEntry("reason", "no_budget")
                .containsEntry("lead", "7")
                .containsEntry("campaign", "spring");
    }

    @Test
    void aValueThatMeansNothingIsNoEvent() {
        assertThat(map(CRM, "deal.stage", "Newsletter", "deal.id", "7")).isEqualTo(new Mapped.NoEvent());
    }

    @Test
    void aNewValueIsUnmappedAndSaysWhere() {
        assertThat(map(CRM, "deal.stage", "Frozen", "deal.id", "7"))
                .isInstanceOfSatisfying(
                        Mapped.Unmapped.class,
                        why -> assertThat(why.detail()).contains("“deal.stage”").doesNotContain("Frozen"));
    }

    @Test
    void aBodyWithoutALeadIsUnmapped() {
        assertThat(map(FORM, "name", "Ana"))
                .isInstanceOfSatisfying(
                        Mapped.Unmapped.class, why -> assertThat(why.detail()).contains("who the lead is"));
    }

    @Test
    void anAddressThatNamesTheLeadIsSmallAndInTheCard() {
        assertThat(event(FORM, "email", " Ana@Example.com "))
                .containsEntry("lead", "ana@example.com")
                .containsEntry("card", Map.of("email", "Ana@Example.com"));
    }

    @Test
    void marksOfLinksBecomeTraitsWhetherMappedOrNot() {
        assertThat(event(
                        FORM,
                        "email",
                        "a@b.de",
                        "query.utm_source",
                        "google",
                        "utm_medium",
                        "cpc",
                        "utm_campaign",
                        "brand"))
                .containsEntry("attributes", Map.of("source", "google", "medium", "cpc", "utm_campaign", "brand"));
    }

    @Test
    void whatIsLeftOutStaysOutAlsoOfLinks() {
        Mapping without = FORM.withField("utm_source", Meaning.NOTHING);
        assertThat(event(without, "email", "a@b.de", "utm_source", "google")).doesNotContainKey("attributes");
    }

    @Test
    void twoFieldsMakeAName() {
        Mapping names =
                FORM.withField("first", Meaning.of(What.CARD, "name")).withField("last", Meaning.of(What.CARD, "name"));
        assertThat(event(names, "email", "a@b.de", "first", "Ana", "last", "Ruiz"))
                .containsEntry("card", Map.of("name", "Ana Ruiz", "email", "a@b.de"));
    }

    @Test
    void textIsMadeToFit() {
        Mapping more =
                FORM.withField("page", Meaning.of(What.ATTRIBUTE, "page")).withField("text", Meaning.of(What.COMMENT));
        Map<String, Object> event =
                event(more, "email", "a@b.de", "page", "x".repeat(300), "text", "one\ntwo\u0000three");
        assertThat(event).containsEntry("attributes", Map.of("page", "x".repeat(255) + "…"));
        assertThat(event).containsEntry("comment", "one\ntwo three");
    }

    @Test
    void aConversionHasAValueAndNothingElseHas() {
        Mapping money = CRM.withField("amount", Meaning.of(What.AMOUNT)).withCurrency("EUR");
        assertThat(event(money, "deal.stage", "Closed won", "deal.id", "7", "amount", "€ 1.200,50"))
                .containsEntry("value", Map.of("amount", "1200.50", "currency", "EUR"));
        assertThat(event(money, "deal.stage", "Closed lost – price", "deal.id", "7", "amount", "1200"))
                .doesNotContainKey("value");
    }

    @Test
    void centsAreAHundredth() {
        Mapping money =
                CRM.withField("amount_total", Meaning.of(What.CENTS)).withField("currency", Meaning.of(What.CURRENCY));
        assertThat(event(money, "deal.stage", "Closed won", "deal.id", "7", "amount_total", "2005", "currency", "eur"))
                .containsEntry("value", Map.of("amount", "20.05", "currency", "EUR"));
    }

    @Test
    void aReasonThatNobodyGivesIsOther() {
        Mapping lost = Mapping.EMPTY
                .withCampaign("spring")
                .withHappened(Becomes.of("lead.lost"))
                .withField("id", Meaning.of(What.LEAD))
                .withField("why", Meaning.of(What.REASON));
        assertThat(event(lost, "id", "7")).containsEntry("reason", "other");
        assertThat(event(lost, "id", "7", "why", "No budget!")).containsEntry("reason", "no_budget");
        assertThat(event(lost.withValue("why", "Kein Geld", "no_budget"), "id", "7", "why", "Kein Geld"))
                .containsEntry("reason", "no_budget");
    }

    @Test
    void aVerdictHasItsReasons() {
        Mapping said = Mapping.EMPTY
                .withCampaign("spring")
                .withHappened(Becomes.of("lead.feedback"))
                .withField("id", Meaning.of(What.LEAD))
                .withField("mark", Meaning.of(What.VERDICT))
                .withValue("mark", "👎", "bad")
                .withField("why", Meaning.of(What.REASON));
        assertThat(event(said, "id", "7", "mark", "👎", "why", "No budget; Spam"))
                .containsEntry("verdict", "bad")
                .containsEntry("reasons", List.of("no_budget", "spam"));
    }

    @Test
    void aCampaignIsFoundByItsName() {
        Mapping by = FORM.withCampaign("").withField("list", Meaning.of(What.CAMPAIGN));
        assertThat(event(by, "email", "a@b.de", "list", "Spring launch")).containsEntry("campaign", "spring-launch");
        assertThat(event(by.withValue("list", "L-7", "spring"), "email", "a@b.de", "list", "L-7"))
                .containsEntry("campaign", "spring");
    }

    @Test
    void itsOwnNumberComesBeforeTheGivenOne() {
        Mapping own = FORM.withField("event_id", Meaning.of(What.ID));
        assertThat(event(own, "email", "a@b.de", "event_id", "e-1")).containsEntry("id", "e-1");
        assertThat(event(own, "email", "a@b.de")).containsEntry("id", "given");
    }

    @Test
    void momentsAreReadAsProgramsWriteThem() {
        Mapping at = FORM.withField("at", Meaning.of(What.AT));
        Map<String, String> written = new LinkedHashMap<>();
        written.put("2026-11-23T09:00:00+01:00", "2026-11-23T09:00:00+01:00");
        written.put("2026-11-23 09:00:00", "2026-11-23T09:00:00Z");
        written.put("2026-11-23T09:00:00+0100", "2026-11-23T09:00:00+01:00");
        written.put("2026-11-23", "2026-11-23T00:00:00Z");
        written.put("1763888400", "2025-11-23T09:00:00Z");
        written.put("1763888400000", "2025-11-23T09:00:00Z");
        written.put("soon", "soon");
        written.forEach((sent, read) ->
                assertThat(event(at, "email", "a@b.de", "at", sent)).containsEntry("at", read));
    }

    private static Map<String, Object> event(Mapping mapping, String... fields) {
        return ((Mapped.Event) map(mapping, fields)).members();
    }

    private static Mapped map(Mapping mapping, String... fields) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int n = 0; n < fields.length; n += 2) {
            all.put(fields[n], fields[n + 1]);
        }
        return Mapper.map(mapping, all, "given");
    }
}
