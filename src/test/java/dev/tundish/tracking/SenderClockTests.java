package dev.tundish.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.grammar.Rfc3339;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SenderClockTests {

    private static final long RECEIVED = Rfc3339.micros("2026-11-23T10:00:00Z").orElseThrow();

    private static @Nullable String at(@Nullable String timestamp, @Nullable String sentAt) {
        return SenderClock.at(timestamp, sentAt, RECEIVED);
    }

    @Test
    void keepsTheTimeOfAPromptCall() {
        assertThat(at("2026-11-23T09:59:58.250Z", "2026-11-23T09:59:59.900Z")).isEqualTo("2026-11-23T09:59:58.250Z");
    }

    @Test
    void keepsTheTimeOfAnEventThatWasSentAgainWithTheFirstSentAt() {
        assertThat(at("2026-11-23T07:00:00Z", "2026-11-23T07:00:05Z")).isEqualTo("2026-11-23T07:00:00Z");
    }

    @Test
    void keepsTheTimeOfAnEventThatWaitedAtTheSender() {
        assertThat(at("2026-11-22T07:00:00Z", "2026-11-23T10:00:00Z")).isEqualTo("2026-11-22T07:00:00Z");
    }

    @Test
    void putsBackWhatAClockThatIsAheadSays() {
        assertThat(at("2026-11-23T11:59:00Z", "2026-11-23T12:00:00Z")).isEqualTo("2026-11-23T09:59:00Z");
    }

    @Test
    void doesNotBelieveAClockThatIsADayAhead() {
        assertThat(at("2026-11-25T11:59:00Z", "2026-11-25T12:00:00Z")).isEqualTo("2026-11-25T11:59:00Z");
    }

    @Test
    void letsNothingHappenAfterItCame() {
        assertThat(at("2026-11-23T12:00:00Z", null)).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(at("2026-11-23T12:00:00Z", "no moment")).isEqualTo("2026-11-23T10:00:00Z");
    }

    @Test
    void leavesWhatIsNoMomentToTheJudge() {
        assertThat(at("yesterday", "2026-11-23T10:00:00Z")).isEqualTo("yesterday");
        assertThat(at(null, "2026-11-23T10:00:00Z")).isNull();
    }
}
