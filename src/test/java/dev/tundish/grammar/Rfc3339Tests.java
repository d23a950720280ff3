package dev.tundish.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Tests {

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z,2026-01-01T00:00:00Z",
        "2026-01-01t00:00:00z,2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00.1234567899Z,2026-01-01T00:00:00.123456Z",
        "2026-01-01T00:00:00+23:59,2025-12-31T00:01:00Z",
        "2026-01-01T00:00:00-00:00,2026-01-01T00:00:00Z",
        "1969-12-31T23:59:59.5Z,1969-12-31T23:59:59.5Z",
        "2024-02-29T12:00:00Z,2024-02-29T12:00:00Z"
    })
    void readsTheGrammar(String text, String moment) {
        assertThat(Rfc3339.micros(text)).hasValue(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(moment)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-01-01",
                "2026-01-01T00:00:00",
                "2026-01-01 00:00:00Z",
                "2026-01-01T00:00:60Z",
                "2026-01-01T24:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-02-29T00:00:00Z",
                "2026-01-01T00:00:00.Z",
                "2026-01-01T00:00:00,5Z",
                "2026-01-01T00:00:00+24:00",
                "2026-01-01T00:00:00+01",
                "2026-01-01T00:00:00+0100",
                "2026-01-01T00:00Z",
                "+2026-01-01T00:00:00Z",
                "2026-01-01T00:00:00Z ",
                "2026-01-01T00:00:0\u0661Z"
            })
    void takesNothingElse(String text) {
        assertThat(Rfc3339.micros(text)).isEmpty();
    }
}
