package dev.tundish.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LoginAttemptsTests {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
    private final LoginAttempts attempts = new LoginAttempts(now::get);

    @Test
    void theFirstTriesAreFree() {
        for (int i = 0; i < 3; i++) {
            assertThat(attempts.tryNow("admin", "10.0.0.1")).isZero();
        }
        assertThat(attempts.tryNow("admin", "10.0.0.1")).isPositive();
    }

    @Test
    void eachFurtherTryWaitsTwiceAsLong() {
        tries(3, "admin", "10.0.0.1");
        Duration first = attempts.tryNow("admin", "10.0.0.1");
        pass(first);
        assertThat(attempts.tryNow("admin", "10.0.0.1")).isZero();
        Duration second = attempts.tryNow("admin", "10.0.0.1");
        assertThat(second).isEqualTo(first.multipliedBy(2));
    }

    @Test
    void whatWaitsIsNotCountedAgain() {
        tries(3, "admin", "10.0.0.1");
        Duration wait = attempts.tryNow("admin", "10.0.0.1");
        assertThat(attempts.tryNow("admin", "10.0.0.1")).isEqualTo(wait);
    }

    @Test
    void theRightPasswordStartsAnew() {
        tries(3, "admin", "10.0.0.1");
        attempts.succeeded("admin", "10.0.0.1");
        assertThat(attempts.tryNow("admin", "10.0.0.1")).isZero();
    }

    @Test
    void anotherAddressMayStillTryTheSameName() {
        tries(3, "admin", "10.0.0.1");
        assertThat(attempts.tryNow("admin", "10.0.0.2")).isZero();
    }

    @Test
    void anAddressThatTriesManyNamesWaitsToo() {
        for (int i = 0; i < 20; i++) {
            assertThat(attempts.tryNow("user" + i, "10.0.0.1")).isZero();
        }
        assertThat(attempts.tryNow("another", "10.0.0.1")).isPositive();
    }

    @Test
    void neighboursOfTheSixthVersionAreOne() {
        tries(3, "admin", "2001:db8:1:2::1");
        assertThat(attempts.tryNow("admin", "2001:db8:1:2:ffff::9")).isPositive();
        assertThat(attempts.tryNow("admin", "2001:db8:1:3::1")).isZero();
    }

    @Test
    void manyAddressesCanSlowANameDownButNotLockItOut() {
        for (int i = 0; i < 40; i++) {
            if (attempts.tryNow("admin", "10.0.1." + i).isPositive()) {
                pass(Duration.ofSeconds(20));
            }
        }
        assertThat(attempts.tryNow("admin", "10.0.2.1")).isLessThanOrEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void anHourLaterAllIsForgotten() {
        tries(10, "admin", "10.0.0.1");
        pass(Duration.ofMinutes(61));
        assertThat(attempts.tryNow("admin", "10.0.0.1")).isZero();
    }

    @Test
    void memoryIsBounded() {
        for (int i = 0; i < 30_000; i++) {
            attempts.tryNow("name" + i, "address" + i);
        }
        assertThat(attempts.size()).isLessThanOrEqualTo(LoginAttempts.MOST);
    }

    private void tries(int n, String user, String address) {
        for (int i = 0; i < n; i++) {
            attempts.tryNow(user, address);
        }
    }

    private void pass(Duration time) {
        now.updateAndGet(moment -> moment.plus(time));
    }
}
