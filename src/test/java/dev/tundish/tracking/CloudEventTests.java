package dev.tundish.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.grammar.Rfc3339;
import dev.tundish.intake.Item;
import dev.tundish.journal.RejectCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class CloudEventTests {

    private static final long NOW = Rfc3339.micros("2026-11-23T10:00:00Z").orElseThrow();
    private static final String ENVELOPE =
            "'specversion':'1.0','id':'7','source':'/crm','type':'dev.tundish.lead.captured','time':'2026-11-23T09:00:00Z'";

    private static Item judge(String members) {
        return CloudEvent.judge(Messages.message("{" + members + "}"), NOW, 3);
    }

    private static Item.Valid event(String members) {
        Item item = judge(members);
        assertThat(item).isInstanceOf(Item.Valid.class);
        return (Item.Valid) item;
    }

    private static RejectCode refusal(String members) {
        Item item = judge(members);
        assertThat(item).isInstanceOf(Item.Refused.class);
        assertThat(((Item.Refused) item).reject().index()).isEqualTo(3);
        return ((Item.Refused) item).reject().code();
    }

    @Test
    void takesTypeIdAndTimeFromTheEnvelope() {
        Item.Valid event =
                event(ENVELOPE + ",'subject':'ana','data':{'campaign':'spring','type':'x','id':'y','at':'z'}");
        assertThat(event.event().what().type()).isEqualTo("lead.captured");
        assertThat(event.event().id()).isEqualTo("/crm 7");
        assertThat(event.event().at())
                .isEqualTo(Rfc3339.micros("2026-11-23T09:00:00Z").orElseThrow());
        assertThat(event.lead()).isEqualTo("ana");
        assertThat(event.campaign()).isEqualTo("spring");
    }

    @Test
    void takesTheLeadOfTheDataBeforeTheSubject() {
        assertThat(event(ENVELOPE + ",'subject':'s','data':{'campaign':'spring','lead':'bo'}")
                        .lead())
                .isEqualTo("bo");
    }

    @Test
    void takesDataInBase64() {
        String data = Base64.getEncoder()
                .encodeToString("{\"campaign\":\"spring\",\"lead\":\"bo\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(event(ENVELOPE + ",'data_base64':'" + data + "'").lead()).isEqualTo("bo");
        assertThat(refusal(ENVELOPE + ",'data_base64':'%%%'")).isEqualTo(RejectCode.INVALID_FIELD);
    }

    @Test
    void tellsALongNameByItsDigest() {
        String data = ",'data':{'campaign':'spring','lead':'bo'}";
        String one = event(ENVELOPE.replace("'7'", "'" + "7".repeat(200) + "'") + data)
                .event()
                .id();
        String other = event(ENVELOPE.replace("'7'", "'" + "7".repeat(201) + "'") + data)
                .event()
                .id();
        assertThat(one).hasSizeLessThan(129).isNotEqualTo(other);
    }

    @Test
    void refusesWhatIsNone() {
        String data = ",'data':{'campaign':'spring','lead':'bo'}";
        assertThat(refusal(ENVELOPE.replace("1.0", "0.3") + data)).isEqualTo(RejectCode.INVALID_FIELD);
        assertThat(refusal(ENVELOPE.replace("'id':'7',", "") + data)).isEqualTo(RejectCode.MISSING_FIELD);
        assertThat(refusal(ENVELOPE.replace("lead.captured", "lead.flew") + data))
                .isEqualTo(RejectCode.UNKNOWN_TYPE);
        assertThat(refusal(ENVELOPE + ",'data':[1]")).isEqualTo(RejectCode.INVALID_FIELD);
        assertThat(refusal(ENVELOPE)).isEqualTo(RejectCode.MISSING_FIELD);
    }
}
