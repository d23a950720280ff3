package dev.tundish.incoming.postgres;

import dev.tundish.access.Keys;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** Wires what arrives. */
@Configuration(proxyBeanMethods = false)
class IncomingConfiguration {

    @Bean
    PostgresAddresses addresses(DatabaseClient database, InstantSource clock) {
        return new PostgresAddresses(database, clock);
    }

    @Bean
    PostgresArrivals arrivals(DatabaseClient database, InstantSource clock) {
        return new PostgresArrivals(database, clock);
    }

    @Bean
    PostgresIncoming incoming(DatabaseClient database, Keys keys, InstantSource clock) {
        return new PostgresIncoming(database, keys, clock);
    }
}
