package dev.tundish.access.postgres;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** Wires keys. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

    @Bean
    PostgresKeys keys(DatabaseClient database, InstantSource clock, @Value("${tundish.api-key:}") String environment) {
        return new PostgresKeys(database, clock, environment);
    }
}
