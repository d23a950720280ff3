package dev.tundish.api.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.api.http.Json;
import dev.tundish.grammar.Rfc3339;
import dev.tundish.intake.Item;
import dev.tundish.journal.RejectCode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

class EventReaderTests {

    private static final long NOW = Rfc3339.micros("2026-11-23T09:00:00Z").orElseThrow();
    private static final String HEAD = "{\"type\":\"lead.captured\",\"campaign\":\"spring\",\"lead\":\"ana\"";

    private static Item parse(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try (var in = Json.parser(bytes, 0, bytes.length)) {
            in.nextToken();
            return new EventReader(NOW).read(in, 7);
        }
    }

    private static Item.Valid valid(String json) {
        return (Item.Valid) parse(json);
    }

    private static Item with(String more) {
        return parse(HEAD + "," + more + "}");
    }

    private static RejectCode code(Item item) {
        return ((Item.Refused) item).reject().code();
    }

    @Test
    void takesTheLeastThatAnEventHas() {
        Item.Valid event = valid(HEAD + "}");
        assertThat(event.event().at()).isEqualTo(NOW);
        assertThat(event.givenId()).isFalse();
        assertThat(event.index()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"campaign\":\"c\",\"lead\":\"a\"}|MISSING_FIELD",
                "{\"type\":\"lead.captured\",\"campaign\":\"c\",\"lead\":null}|MISSING_FIELD",
                "{\"type\":\"lead.flew\",\"campaign\":\"c\",\"lead\":\"a\"}|UNKNOWN_TYPE",
                "{\"type\":\"lead.captured\",\"campaign\":\"Not A Key\",\"lead\":\"a\"}|UNKNOWN_CAMPAIGN",
                "{\"type\":\"lead.captured\",\"campaign\":5,\"lead\":\"a\"}|INVALID_FIELD",
                "{\"type\":\"lead.reached\",\"campaign\":\"c\",\"lead\":\"a\"}|MISSING_FIELD",
                "{\"type\":\"lead.lost\",\"campaign\":\"c\",\"lead\":\"a\"}|MISSING_FIELD",
                "{\"type\":\"lead.lost\",\"campaign\":\"c\",\"lead\":\"a\",\"reason\":\"No!\"}|INVALID_FIELD",
                "{\"type\":\"lead.feedback\",\"campaign\":\"c\",\"lead\":\"a\",\"verdict\":\"bad\"}|MISSING_FIELD",
                "{\"type\":\"lead.feedback\",\"campaign\":\"c\",\"lead\":\"a\",\"verdict\":\"bad\",\"reasons\":[]}|INVALID_FIELD",
                "{\"type\":\"lead.feedback\",\"campaign\":\"c\",\"lead\":\"a\",\"verdict\":\"good\",\"reasons\":[\"a\",\"a\"]}|INVALID_FIELD",
                "{\"type\":\"lead.feedback\",\"campaign\":\"c\",\"lead\":\"a\",\"verdict\":\"meh\"}|INVALID_FIELD",
                "\"text\"|INVALID_FIELD",
                "null|INVALID_FIELD",
                "[1,2]|INVALID_FIELD"
            })
    void saysWhatIsWrong(String json, RejectCode code) {
        assertThat(code(parse(json))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"id\":\"\"",
                "\"id\":\" \\u3000 \"",
                "\"lead\":\"twice\"",
                "\"by\":\"nul\\u0000\"",
                "\"comment\":\"half \\ud800\"",
                "\"comment\":\"bell \\u0007\"",
                "\"at\":5",
                "\"at\":\"1999-12-31T23:59:59Z\"",
                "\"value\":{\"amount\":\"1\",\"currency\":\"EUR\"}",
                "\"attributes\":[\"x\"]",
                "\"attributes\":{\"Bad Key\":\"x\"}",
                "\"attributes\":{\"a\":1}",
                "\"attributes\":{\"a\":\"x\",\"a\":\"y\"}",
                "\"card\":{\"url\":\"javascript:alert(1)\"}",
                "\"card\":{\"name\":{}}",
                "\"card\":\"Ana\""
            })
    void refusesInvalidFields(String member) {
        assertThat(code(with(member))).isEqualTo(RejectCode.INVALID_FIELD);
    }

    @Test
    void holdsEachLengthInCodePoints() {
        String name = "\uD83D\uDE00".repeat(128);
        assertThat(with("\"by\":\"" + name + "\"")).isInstanceOf(Item.Valid.class);
        assertThat(code(with("\"by\":\"" + name + "x\""))).isEqualTo(RejectCode.INVALID_FIELD);
        assertThat(with("\"comment\":\"" + "\\n".repeat(2_000) + "\"")).isInstanceOf(Item.Valid.class);
        assertThat(code(with("\"comment\":\"" + "x".repeat(2_001) + "\""))).isEqualTo(RejectCode.INVALID_FIELD);
        assertThat(with("\"attributes\":{\"a\":\"" + "x".repeat(256) + "\"}")).isInstanceOf(Item.Valid.class);
        assertThat(code(with("\"attributes\":{\"a\":\"" + "x".repeat(257) + "\"}")))
                .isEqualTo(RejectCode.INVALID_FIELD);
    }

    @Test
    void takesFiveMinutesOfTheFutureAndNoMore() {
        assertThat(with("\"at\":\"2026-11-23T09:05:00Z\"")).isInstanceOf(Item.Valid.class);
        assertThat(code(with("\"at\":\"2026-11-23T09:05:00.000001Z\""))).isEqualTo(RejectCode.FUTURE_TIMESTAMP);
        assertThat(with("\"at\":\"2000-01-01T00:00:00Z\"")).isInstanceOf(Item.Valid.class);
    }

    @Test
    void trimsAttributesOfUnicodeWhiteSpaceAndDropsEmptyOnes() {
        Item.Valid event =
                valid(HEAD + ",\"attributes\":{\"source\":\"\u00A0 email\u3000\",\"segment\":\" \",\"region\":null}}");
        assertThat(event.event().attributes()).containsOnlyKeys("source").containsValue("email");
    }

    @Test
    void ignoresWhatItDoesNotKnowAndWhatBelongsToOtherTypes() {
        assertThat(with("\"nonsense\":{\"deep\":[1,2,{}]},\"stage\":5,\"verdict\":[]"))
                .isInstanceOf(Item.Valid.class);
    }

    @Test
    void tellsContentByItsKnownMembersAsSent() {
        byte[] content = valid(HEAD + "}").content();
        assertThat(content).hasSize(16);
        assertThat(valid(
                                "{\"lead\":\"\\u0061na\",\"x\":1,\"by\":null,\"campaign\":\"spring\",\"type\":\"lead.captured\"}")
                        .content())
                .isEqualTo(content);
        assertThat(valid(HEAD + ",\"by\":\"kim\"}").content()).isNotEqualTo(content);
    }

    @Test
    void neverEchoesACard() {
        var refused = (Item.Refused) with("\"card\":{\"email\":\"secret\\u0000\"}");
        assertThat(refused.reject().detail()).doesNotContain("secret");
    }

    @Test
    void judgesWhateverComesWithoutFailing() {
        String event = HEAD
                + ",\"id\":\"e\",\"at\":\"2026-01-01T00:00:00Z\",\"attributes\":{\"a\":\"b\"},\"card\":{\"url\":\"https://x.y\"},\"reasons\":[\"a\"]}";
        Random random = new Random(42);
        String signs = "{}[]\":,0e-+.\\u d8null\u0000\u00e9\uD83D";
        for (int n = 0; n < 20_000; n++) {
            StringBuilder text = new StringBuilder(event);
            for (int m = random.nextInt(4); m >= 0; m--) {
                text.setCharAt(random.nextInt(text.length()), signs.charAt(random.nextInt(signs.length())));
            }
            try {
                assertThat(parse(text.toString())).isNotNull();
            } catch (JacksonException notJson) {
                assertThat(notJson).hasMessageNotContaining("NullPointer");
            }
        }
    }
}
