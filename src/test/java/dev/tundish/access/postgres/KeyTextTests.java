package dev.tundish.access.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyTextTests {

    @Test
    void makesKeysThatScannersKnow() {
        assertThat(KeyText.make()).matches("tnd_[0-9A-Za-z]{38}");
        assertThat(Stream.generate(KeyText::make).limit(1_000).collect(Collectors.toSet()))
                .hasSize(1_000)
                .allMatch(KeyText::isWhole);
    }

    @Test
    void tellsEverySlipOfOneSign() {
        String key = KeyText.make();
        for (int n = 0; n < key.length(); n++) {
            char other = key.charAt(n) == 'x' ? 'y' : 'x';
            assertThat(KeyText.isWhole(key.substring(0, n) + other + key.substring(n + 1)))
                    .as("sign %s", n)
                    .isFalse();
        }
    }

    @Test
    void takesNothingElseForAKey() {
        String key = KeyText.make();
        assertThat(Stream.of("", "tnd_", key + "0", key.substring(1), " " + key, key.substring(0, 41)))
                .noneMatch(KeyText::isWhole);
    }

    @Test
    void computesTheSameChecksumForever() {
        assertThat(KeyText.isWhole("tnd_" + "0".repeat(32) + "ViuXV4")).isTrue();
    }

    @Test
    void showsTheFirstSignsAndKeepsADigest() {
        assertThat(KeyText.prefix("tnd_abcdefghij")).isEqualTo("tnd_abcdef");
        assertThat(HexFormat.of().formatHex(KeyText.hash("abc")))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
