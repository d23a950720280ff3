package dev.tundish.access.postgres;

import dev.tundish.access.FirstStart;
import dev.tundish.access.LoginAttempts;
import dev.tundish.access.Users;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Wires users, and sees to it that there is one. */
@Configuration(proxyBeanMethods = false)
class UserConfiguration {

    @Bean
    PostgresUsers users(DatabaseClient database, InstantSource clock) {
        return new PostgresUsers(database, clock);
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
