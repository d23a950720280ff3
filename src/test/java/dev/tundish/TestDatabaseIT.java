package dev.tundish;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The database that integration tests stand on is the application's own, schema and session settings included. */
final class TestDatabaseIT {

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @Test
    void isMigrated() throws SQLException {
        try (var connection = database.jdbc();
                var tables = connection.createStatement().executeQuery("select count(*) from campaign_head")) {
            assertThat(tables.next()).isTrue();
            assertThat(tables.getLong(1)).isZero();
        }
    }

    @Test
    void keepsWhatItCommitsAndWaitsForNothingLong() {
        assertSetting("fsync", "on");
        assertSetting("synchronous_commit", "on");
        assertSetting("full_page_writes", "on");
        assertSetting("lock_timeout", "2s");
        assertSetting("idle_in_transaction_session_timeout", "10s");
        assertSetting("tcp_user_timeout", "10000");
        assertSetting("application_name", "tundish");
    }

    private static void assertSetting(String name, String value) {
        Mono<String> shown = database.client()
                .sql("show " + name)
                .map(row -> String.valueOf(row.get(0, String.class)))
                .one();
        StepVerifier.create(shown).expectNext(value).expectComplete().verify(Duration.ofSeconds(10));
    }
}
