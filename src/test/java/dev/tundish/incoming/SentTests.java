package dev.tundish.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1.10,\"b\":[true,null,\"x\\u0000y\"],\"c\":{}}",
                "[]",
                "\"text\"",
                "null",
                "12345678901234567890.000"
            })
    void writesWhatItRead(String json) throws Sent.NotJson {
        assertThat(Sent.write(Sent.read(json))).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{'a':1}", "[1,]", "1 2", "name=Ana"})
    void knowsWhatIsNoJson(String text) {
        assertThatThrownBy(() -> Sent.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Sent.NotJson.class);
    }

    @Test
    void ofAMemberThatStandsTwiceTheLastHolds() throws Sent.NotJson {
        assertThat(Sent.write(Sent.read("{\"a\":1,\"a\":2}"))).isEqualTo("{\"a\":2}");
    }
}
