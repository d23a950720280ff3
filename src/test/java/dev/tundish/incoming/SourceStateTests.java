package dev.tundish.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SourceStateTests {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void isSilentWhenNothingCameForLongerThanExpected() {
        assertThat(state(ago(61), HOUR, ago(600)).silentSince(NOW)).isEqualTo(ago(61));
        assertThat(state(ago(59), HOUR, ago(600)).silentSince(NOW)).isNull();
    }

    @Test
    void isNotYetSilentWhenItIsExpectedSinceAMoment() {
        assertThat(state(ago(6000), HOUR, ago(1)).silentSince(NOW)).isNull();
        assertThat(state(null, HOUR, ago(59)).silentSince(NOW)).isNull();
        assertThat(state(null, HOUR, ago(61)).silentSince(NOW)).isEqualTo(ago(61));
    }

    @Test
    void isNeverSilentWhenNobodyExpectsIt() {
        assertThat(state(ago(99_999), null, null).silentSince(NOW)).isNull();
    }

    private static Instant ago(long minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }

    private static SourceState state(
            @Nullable Instant last, @Nullable Duration expected, @Nullable Instant expectedSince) {
        return new SourceState(
                Source.address(new UUID(1, 2)), "form", true, true, Heard.NOTHING, last, expected, expectedSince);
    }
}
