package dev.tundish.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpansTests {

    @ParameterizedTest
    @CsvSource({"P2W,1209600", "P1D,86400", "PT36H,129600", "P1DT1M,86460", "PT90M,5400", "P3660D,316224000"})
    void readsWeeksDaysAndTime(String text, long seconds) {
        assertThat(Spans.micros(text)).hasValue(seconds * 1_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "PT",
                "P1DT",
                "P1M",
                "P1Y",
                "PT0S",
                "P0D",
                "-P1D",
                "P-1D",
                "P3661D",
                "P3660DT1S",
                "1D",
                "p1d"
            })
    void takesNothingElse(String text) {
        assertThat(Spans.micros(text)).isEmpty();
    }
}
