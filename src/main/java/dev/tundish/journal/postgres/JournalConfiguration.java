package dev.tundish.journal.postgres;

import dev.tundish.campaign.Campaigns;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** Wires the journal. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JournalSettings.class)
class JournalConfiguration {

    @Bean
    PostgresChanges changes(ConnectionFactory connections, DatabaseClient database, InstantSource clock) {
        return new PostgresChanges(database, new DoorbellWire(unpooled(connections)), clock, Duration.ofSeconds(1));
    }

    @Bean
    PostgresLogReader logReader(ConnectionFactory connections, Campaigns campaigns) {
        return new PostgresLogReader(connections, campaigns);
    }

    @Bean
    PostgresErasures erasures(ConnectionFactory connections, PostgresChanges changes, InstantSource clock) {
        return new PostgresErasures(connections, changes, clock);
    }

    @Bean
    PostgresJournal journal(
            ConnectionFactory connections,
            Campaigns campaigns,
            PostgresChanges changes,
            InstantSource clock,
            MeterRegistry registry,
            JournalSettings settings) {
        return withLanes(unpooled(connections), campaigns, changes, clock, registry, settings);
    }

    static PostgresJournal withLanes(
            ConnectionFactory factory,
            Campaigns campaigns,
            Doorbell doorbell,
            InstantSource clock,
            MeterRegistry registry,
            JournalSettings settings) {
        JournalMetrics metrics = new JournalMetrics(registry);
        KnownAttributes known = new KnownAttributes();
        List<Lane> lanes = new ArrayList<>();
        for (int n = 0; n < settings.lanes(); n++) {
            WriterConnection connection = new WriterConnection(factory);
            LaneWriter writer = new LaneWriter(connection, campaigns, known, doorbell, metrics, clock);
            Lane lane = new Lane(writer, settings.laneEvents(), clock);
            metrics.lane(n, lane::depth);
            lanes.add(lane);
        }
        return new PostgresJournal(lanes);
    }

    @Bean
    JournalLifecycle journalLifecycle(PostgresJournal journal, PostgresChanges changes) {
        return new JournalLifecycle(journal, changes);
    }

    /** The factory behind a pool: writers and listeners keep connections of their own, which readers cannot take. */
    static ConnectionFactory unpooled(ConnectionFactory connections) {
        return connections instanceof Wrapped<?> pool && pool.unwrap() instanceof ConnectionFactory factory
                ? factory
                : connections;
    }
}
