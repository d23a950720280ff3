package dev.tundish.database;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.client.SSLMode;
import java.time.Duration;
import java.util.Map;

/** How the application connects: a bounded pool, and sessions in which nothing waits for ever. */
final class Connections {

    /** Longer than a busy moment, shorter than a caller's patience: then the database counts as away. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private Connections() {}

    static ConnectionPool pool(DatabaseAddress address, int size) {
        var configuration = ConnectionPoolConfiguration.builder(factory(address))
                .name("tundish")
                .initialSize(2)
                .maxSize(size)
                .maxAcquireTime(PATIENCE)
                .maxIdleTime(Duration.ofMinutes(10))
                .maxLifeTime(Duration.ofHours(1))
                .build();
        return new ConnectionPool(configuration);
    }

    private static PostgresqlConnectionFactory factory(DatabaseAddress address) {
        var configuration = PostgresqlConnectionConfiguration.builder()
                .host(address.host())
                .port(address.port())
                .database(address.database())
                .username(address.user())
                .password(address.password())
                .applicationName("tundish")
                .connectTimeout(PATIENCE)
                .tcpKeepAlive(true)
                .tcpNoDelay(true)
                .options(Map.of(
                        "lock_timeout", "2s",
                        "idle_in_transaction_session_timeout", "10s",
                        "tcp_user_timeout", "10s",
                        "timezone", "UTC"));
        if (address.sslMode() != null) {
            configuration.sslMode(SSLMode.fromValue(address.sslMode()));
        }
        return new PostgresqlConnectionFactory(configuration.build());
    }
}
