package dev.tundish.access.postgres;

import dev.tundish.access.FirstStart;
import dev.tundish.access.LoginAttempts;
import dev.tundish.access.Users;
import io.r2dbc.spi.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Wires users, and sees to it that there is one. */
@Configuration(proxyBeanMethods = false)
class UserConfiguration {

    private final News news = new News();

    @Bean
    PostgresAudit audit(DatabaseClient database, InstantSource clock) {
        return new PostgresAudit(database, clock);
    }

    @Bean
    PostgresUsers users(
            DatabaseClient database, ConnectionFactory connections, PostgresAudit audit, InstantSource clock) {
        return new PostgresUsers(database, transaction(connections), audit, news, clock);
    }

    @Bean
    PostgresTeam team(
            DatabaseClient database, ConnectionFactory connections, PostgresAudit audit, InstantSource clock) {
        return new PostgresTeam(database, transaction(connections), audit, news, clock);
    }

    @Bean
    PostgresSessions sessions(
            DatabaseClient database, ConnectionFactory connections, PostgresAudit audit, InstantSource clock) {
        return new PostgresSessions(database, transaction(connections), audit, news, clock);
    }

    private static TransactionalOperator transaction(ConnectionFactory connections) {
        return TransactionalOperator.create(new R2dbcTransactionManager(connections));
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    LoginAttempts loginAttempts(InstantSource clock) {
        return new LoginAttempts(clock);
    }

    @Bean
    FirstStart firstStart(Users users, PasswordEncoder passwords, @Value("${tundish.home:data}") Path home) {
        return new FirstStart(users, passwords, home);
    }

    @Bean
    SmartInitializingSingleton firstUsers(
            FirstStart start,
            @Value("${tundish.admin-password:}") String given,
            @Value("${tundish.demo.enabled:false}") boolean demo) {
        return () -> {
            try {
                start.run(given, demo);
            } catch (IOException unwritable) {
                throw new UncheckedIOException("The first password cannot be written to TUNDISH_HOME", unwritable);
            }
        };
    }
}
