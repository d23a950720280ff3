package dev.tundish.database;

import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether the database answers: without it no event may be sent. Part of the readiness. */
@Component("databaseHealthIndicator")
class DatabaseHealth implements ReactiveHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final DatabaseClient client;

    DatabaseHealth(ConnectionFactory connections) {
        client = DatabaseClient.create(connections);
    }

    @Override
    public Mono<Health> health() {
        return client.sql("select 1")
                .fetch()
                .rowsUpdated()
                .map(answered -> Health.up().build())
                .timeout(PATIENCE)
                .onErrorResume(away -> Mono.just(Health.down().build()));
    }
}
