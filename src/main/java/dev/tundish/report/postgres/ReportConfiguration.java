package dev.tundish.report.postgres;

import dev.tundish.campaign.Campaigns;
import dev.tundish.report.ReportSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Wires the reports. Scans of cubes have threads of their own, so that they never hold up the network's. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReportSettings.class)
class ReportConfiguration {

    @Bean(destroyMethod = "dispose")
    Scheduler cubeScheduler() {
        return Schedulers.newParallel("cube");
    }

    @Bean
    PostgresReports reports(
            DatabaseClient database, Campaigns campaigns, Scheduler cubeScheduler, ReportSettings settings) {
        Cubes cubes =
                new Cubes(new CubeLoader(database, campaigns, cubeScheduler), cubeScheduler, settings.cubeMemory());
        return new PostgresReports(new TallyReader(database), cubes, new LeadNames(database), campaigns);
    }

    @Bean
    PostgresPulse pulse(DatabaseClient database) {
        return new PostgresPulse(database);
    }
}
