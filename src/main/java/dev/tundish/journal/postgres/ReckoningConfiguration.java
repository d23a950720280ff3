package dev.tundish.journal.postgres;

import dev.tundish.campaign.Campaigns;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Wires what goes through a whole log: rebuild and verify. Their folding has threads of its own. */
@Configuration(proxyBeanMethods = false)
class ReckoningConfiguration {

    private static final Duration LOOK = Duration.ofSeconds(10);

    @Bean(destroyMethod = "dispose")
    Scheduler reckoningScheduler() {
        return Schedulers.newParallel("reckoning", 2);
    }

    @Bean
    PostgresRebuilds rebuilds(
            ConnectionFactory connections,
            Campaigns campaigns,
            PostgresChanges changes,
            Scheduler reckoningScheduler,
            InstantSource clock) {
        return new PostgresRebuilds(connections, campaigns, changes, reckoningScheduler, clock, LOOK);
    }

    @Bean
    PostgresVerifier verifier(ConnectionFactory connections, Campaigns campaigns, Scheduler reckoningScheduler) {
        return new PostgresVerifier(connections, campaigns, reckoningScheduler);
    }

    @Bean
    PostgresFlowTrials flowTrials(ConnectionFactory connections) {
        return new PostgresFlowTrials(connections);
    }
}
