package dev.tundish.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordRulesTests {

    @Test
    void tenCharactersAreTheLeast() {
        assertThat(PasswordRules.problem("ana", "abcdefghi")).isPresent();
        assertThat(PasswordRules.problem("ana", "abcdefghij")).isEmpty();
    }

    @Test
    void theUsersNameIsNoPassword() {
        assertThat(PasswordRules.problem("marketer-one", "Marketer-ONE")).isPresent();
    }

    @Test
    void oneSignRepeatedIsNoPassword() {
        assertThat(PasswordRules.problem("ana", "aaaaaaaaaaaa")).isPresent();
    }

    @Test
    void moreBytesThanTheHashReadsAreRefused() {
        assertThat(PasswordRules.problem("ana", "äöüß".repeat(9))).isEmpty();
        assertThat(PasswordRules.problem("ana", "äöüß".repeat(9) + "x")).isPresent();
    }
}
