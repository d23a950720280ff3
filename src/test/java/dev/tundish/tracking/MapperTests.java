package dev.tundish.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.funnel.Happening;
import dev.tundish.funnel.Money;
import dev.tundish.grammar.Rfc3339;
import dev.tundish.intake.Item;
import dev.tundish.intake.Reject;
import dev.tundish.journal.RejectCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MapperTests {

    private static final long NOW = Rfc3339.micros("2026-11-23T10:00:00Z").orElseThrow();
    private static final Sender SPRING_ALONE = new Sender(Set.of("spring"), null);

    private static Mapper mapper(Sender sender, String... existing) {
        return new Mapper(new CampaignChoice(Set.of(existing), sender), sender, NOW);
    }

    private static Mapper.Mapped map(Mapper mapper, String json) {
        return mapper.map(new Call(0, Kind.TRACK, Messages.message(json)));
    }

    private static Item.Valid event(Mapper mapper, String json) {
        Mapper.Mapped mapped = map(mapper, json);
        assertThat(mapped)
                .isInstanceOfSatisfying(
                        Mapper.Mapped.Event.class,
                        event -> assertThat(event.item()).isInstanceOf(Item.Valid.class));
        return (Item.Valid) ((Mapper.Mapped.Event) mapped).item();
    }

    private static Item.Valid event(String json) {
        return event(mapper(SPRING_ALONE, "spring"), json);
    }

    private static RejectCode refusal(Mapper mapper, String json) {
        Mapper.Mapped mapped = map(mapper, json);
        assertThat(mapped).isInstanceOf(Mapper.Mapped.Event.class);
        Item item = ((Mapper.Mapped.Event) mapped).item();
        assertThat(item).isInstanceOf(Item.Refused.class);
        Reject reject = ((Item.Refused) item).reject();
        assertThat(reject.detail()).isNotBlank();
        return reject.code();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lead Captured",
                "lead_captured",
                "LEAD CAPTURED",
                "leadCaptured",
                "lead.captured",
                " Lead-captured"
            })
    void knowsANameInAnySpelling(String name) {
        Item.Valid event = event("{'event':'" + name + "','userId':'ana','messageId':'m-1'}");
        assertThat(event.event().what()).isEqualTo(new Happening.Captured());
        assertThat(event.campaign()).isEqualTo("spring");
        assertThat(event.lead()).isEqualTo("ana");
        assertThat(event.sentId()).isEqualTo("m-1");
    }

    @ParameterizedTest
    @CsvSource({
        "Signed Up,lead.captured",
        "Lead Qualified,lead.qualified",
        "Lead Accepted,lead.accepted",
        "Opportunity Created,lead.reached",
        "Lead Converted,lead.converted",
        "Order Completed,lead.converted",
        "Lead Disqualified,lead.disqualified",
        "Lead Rejected,lead.rejected",
        "Lead Lost,lead.lost",
        "Order Refunded,lead.reverted",
        "Lead Voided,lead.voided",
        "Lead Restored,lead.restored"
    })
    void knowsWhatNamesMean(String name, String type) {
        assertThat(event("{'event':'" + name + "','userId':'ana'}")
                        .event()
                        .what()
                        .type())
                .isEqualTo(type);
    }

    @Test
    void takesReasonStageAndVerdictAsPeopleWriteThem() {
        assertThat(event("{'event':'Lead Lost','userId':'ana','properties':{'reason':'No budget!'}}")
                        .event()
                        .what())
                .isEqualTo(new Happening.Lost("no_budget"));
        assertThat(event("{'event':'Lead Reached','userId':'ana','properties':{'stage':'Demo given'}}")
                        .event()
                        .what())
                .isEqualTo(new Happening.Reached("demo_given"));
        Item.Valid feedback = event(
                "{'event':'Lead Feedback','userId':'ana','properties':{'verdict':'bad','reasons':['No need'],'by':'Kim'}}");
        assertThat(((Happening.Feedback) feedback.event().what()).reasons()).isEqualTo(List.of("no_need"));
        assertThat(feedback.by()).isEqualTo("Kim");
    }

    @Test
    void takesTheUserThenTheNamedLeadThenTheVisitorForTheLead() {
        String all = "'userId':'u','anonymousId':'a','properties':{'lead':'l'}}";
        assertThat(event("{'event':'Lead Captured'," + all).lead()).isEqualTo("u");
        assertThat(event("{'event':'Lead Captured','anonymousId':'a','properties':{'lead':'l'}}")
                        .lead())
                .isEqualTo("l");
        assertThat(event("{'event':'Lead Captured','userId':null,'anonymousId':'a'}")
                        .lead())
                .isEqualTo("a");
        assertThat(refusal(mapper(SPRING_ALONE), "{'event':'Lead Captured','properties':{'email':'ana@example.com'}}"))
                .isEqualTo(RejectCode.MISSING_FIELD);
    }

    @Test
    void takesTheNamedCampaignThenTheLinksThenTheKeysOnlyOne() {
        Sender two = new Sender(Set.of("spring", "summer-sale"), null);
        String named = "{'event':'Lead Captured','userId':'u','properties':{'campaign':'Summer Sale'}}";
        assertThat(event(mapper(two), named).campaign()).isEqualTo("summer-sale");
        String link = "{'event':'Lead Captured','userId':'u','context':{'campaign':{'name':'Summer sale'}}}";
        assertThat(event(mapper(two, "summer-sale"), link).campaign()).isEqualTo("summer-sale");
        assertThat(event(mapper(SPRING_ALONE, "summer-sale"), link).campaign()).isEqualTo("spring");
        assertThat(refusal(mapper(two), link)).isEqualTo(RejectCode.UNKNOWN_CAMPAIGN);
        assertThat(refusal(mapper(SPRING_ALONE), named)).isEqualTo(RejectCode.UNKNOWN_CAMPAIGN);
        assertThat(refusal(mapper(Sender.UNLIMITED), "{'event':'Lead Captured','userId':'u'}"))
                .isEqualTo(RejectCode.UNKNOWN_CAMPAIGN);
    }

    @Test
    void takesRevenueThenTotalThenValue() {
        String order = "{'event':'Order Completed','userId':'u','properties':{";
        assertThat(event(order + "'revenue':1200.5,'total':9,'currency':'eur'}}")
                        .event()
                        .value())
                .isEqualTo(new Money(new BigDecimal("1200.5"), "EUR"));
        assertThat(event(order + "'total':'19.999999'}}").event().value())
                .isEqualTo(new Money(new BigDecimal("20.0000"), "USD"));
        assertThat(event(order + "'value':1e3,'currency':'EUR'}}").event().value())
                .isEqualTo(new Money(new BigDecimal("1000"), "EUR"));
        assertThat(event(order + "}}").event().value()).isNull();
        assertThat(event("{'event':'Lead Captured','userId':'u','properties':{'value':3}}")
                        .event()
                        .value())
                .isNull();
        for (String wrong : List.of("-1", "1e400000000", "'much'")) {
            assertThat(refusal(mapper(SPRING_ALONE), order + "'revenue':" + wrong + "}}"))
                    .isEqualTo(RejectCode.INVALID_FIELD);
        }
    }

    @Test
    void takesTheLinkAndThePersonForAttributesAndCard() {
        Item.Valid event =
                event("{'event':'Lead Captured','userId':'u','properties':{'segment':'smb','email':'ana@example.com'},"
                        + "'context':{'campaign':{'source':'google','medium':'cpc','name':'Spring'},"
                        + "'traits':{'firstName':'Ana','lastName':'Silva','company':{'name':'Acme'},'website':'acme.example',"
                        + "'region':'north','segment':'late'}}}");
        assertThat(event.event().attributes())
                .containsEntry("source", "google")
                .containsEntry("medium", "cpc")
                .containsEntry("utm_campaign", "Spring")
                .containsEntry("region", "north")
                .containsEntry("segment", "smb")
                .hasSize(5);
        var card = Objects.requireNonNull(event.card());
        assertThat(card.name()).isEqualTo("Ana Silva");
        assertThat(card.company()).isEqualTo("Acme");
        assertThat(card.email()).isEqualTo("ana@example.com");
        assertThat(card.url()).isEqualTo("https://acme.example");
    }

    @Test
    void cutsWhatIsTooLongForAnAttribute() {
        Item.Valid event = event(
                "{'event':'Lead Captured','userId':'u','context':{'campaign':{'content':'" + "x".repeat(400) + "'}}}");
        assertThat(event.event().attributes().get("content")).hasSize(256);
    }

    @Test
    void takesASecondTryForTheSameEventWhateverWasCorrected() {
        String call =
                "{'event':'Lead Captured','userId':'u','messageId':'m','timestamp':'2026-11-23T11:00:00Z','sentAt':'";
        Item.Valid first = event(call + "2026-11-23T11:00:10Z'}");
        Item.Valid second = event(call + "2026-11-23T11:00:30Z'}");
        assertThat(first.event().at()).isNotEqualTo(second.event().at());
        assertThat(first.content()).isEqualTo(second.content());
    }

    @Test
    void boundsALongId() {
        Item.Valid event = event("{'event':'Lead Captured','userId':'u','messageId':'" + "m".repeat(300) + "'}");
        assertThat(event.event().id()).startsWith("sha256-").hasSizeLessThan(129);
    }

    @Test
    void refusesWhatMeansNoEvent() {
        assertThat(refusal(mapper(SPRING_ALONE), "{'event':'Button Clicked','userId':'u'}"))
                .isEqualTo(RejectCode.UNMAPPED);
        assertThat(refusal(mapper(SPRING_ALONE), "{'userId':'u'}")).isEqualTo(RejectCode.MISSING_FIELD);
        assertThat(refusal(mapper(SPRING_ALONE), "{'event':'Lead Captured','userId':'u','timestamp':'today'}"))
                .isEqualTo(RejectCode.INVALID_FIELD);
    }

    @Test
    void holdsAPublicKeyToCaptures() {
        Sender open = new Sender(Set.of("spring"), Set.of("lead.captured"));
        assertThat(event(mapper(open), "{'event':'Lead Captured','userId':'u'}").campaign())
                .isEqualTo("spring");
        assertThat(refusal(mapper(open), "{'event':'Order Completed','userId':'u'}"))
                .isEqualTo(RejectCode.UNKNOWN_TYPE);
    }

    @Test
    void makesNoEventOfPages() {
        for (Kind kind : List.of(Kind.PAGE, Kind.SCREEN, Kind.GROUP, Kind.ALIAS)) {
            assertThat(mapper(SPRING_ALONE).map(new Call(0, kind, Messages.message("{'userId':'u'}"))))
                    .isInstanceOf(Mapper.Mapped.Nothing.class);
        }
    }
}
