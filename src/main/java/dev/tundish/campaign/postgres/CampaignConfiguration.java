package dev.tundish.campaign.postgres;

import io.r2dbc.spi.ConnectionFactory;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Wires the campaigns. */
@Configuration(proxyBeanMethods = false)
class CampaignConfiguration {

    @Bean
    PostgresCampaigns campaigns(ConnectionFactory connections, DatabaseClient database, InstantSource clock) {
        var transaction = TransactionalOperator.create(new R2dbcTransactionManager(connections));
        return new PostgresCampaigns(database, new CampaignSave(database, transaction, clock));
    }

    @Bean
    PostgresCampaignChanges campaignChanges(
            ConnectionFactory connections, DatabaseClient database, InstantSource clock) {
        var transaction = TransactionalOperator.create(new R2dbcTransactionManager(connections));
        return new PostgresCampaignChanges(database, transaction, clock);
    }
}
