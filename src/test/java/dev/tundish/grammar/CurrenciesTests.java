package dev.tundish.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CurrenciesTests {

    private static final int LETTERS = 26;

    @Test
    void knowsTheDecimalsOfEveryCurrencyThatIsTaken() {
        List<String> active = codes().filter(Currencies::isActive).toList();

        assertThat(active).hasSizeGreaterThan(150).contains("EUR", "UYW", "XXX");
        assertThat(active)
                .allSatisfy(
                        code -> assertThat(Currencies.decimals(code)).as(code).isBetween(0, 4));
    }

    @Test
    void hasNoDecimalsForTheYenAndFourForTheUruguayanPensionUnit() {
        assertThat(Currencies.decimals("JPY")).isZero();
        assertThat(Currencies.decimals("EUR")).isEqualTo(2);
        assertThat(Currencies.decimals("KWD")).isEqualTo(3);
        assertThat(Currencies.decimals("UYW")).isEqualTo(4);
    }

    private static Stream<String> codes() {
        return IntStream.range(0, LETTERS * LETTERS * LETTERS)
                .mapToObj(n -> "" + (char) ('A' + n / LETTERS / LETTERS) + (char) ('A' + n / LETTERS % LETTERS)
                        + (char) ('A' + n % LETTERS));
    }
}
