package dev.tundish.database;

import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this room. A connection can only be asked for once the schema is as it should be. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfig {

    @Bean
    HomeFolder homeFolder(DatabaseSettings settings) {
        return HomeFolder.at(settings.home());
    }

    @Bean(destroyMethod = "close")
    Database database(DatabaseSettings settings) {
        return settings.database().join() ? Database.join(settings) : Database.open(settings);
    }

    @Bean(destroyMethod = "dispose")
    ConnectionPool connectionFactory(Database database, DatabaseSettings settings) {
        Migrations.apply(database.address());
        ConnectionPool pool =
                Connections.pool(database.address(), settings.database().connections());
        pool.warmup().block(Duration.ofSeconds(30)); // the first request need not wait for it
        return pool;
    }
}
