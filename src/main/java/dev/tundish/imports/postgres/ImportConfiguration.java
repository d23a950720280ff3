package dev.tundish.imports.postgres;

import dev.tundish.campaign.Campaigns;
import dev.tundish.imports.Importer;
import dev.tundish.imports.Imports;
import dev.tundish.intake.Intake;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.scheduler.Schedulers;

/** Wires imports. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

    private static final Duration LOOK = Duration.ofSeconds(2);

    @Bean
    ImportRunner importRunner(
            ConnectionFactory connections,
            DatabaseClient database,
            Campaigns campaigns,
            Intake intake,
            InstantSource clock) {
        return new ImportRunner(
                connections, database, campaigns, new Importer(intake, clock), Schedulers.parallel(), clock, LOOK);
    }

    @Bean
    Imports imports(DatabaseClient database, InstantSource clock, ImportRunner runner) {
        return new PostgresImports(database, clock, runner::look);
    }
}
