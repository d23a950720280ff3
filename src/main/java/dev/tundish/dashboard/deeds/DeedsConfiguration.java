package dev.tundish.dashboard.deeds;

import dev.tundish.access.Audit;
import dev.tundish.access.Keys;
import dev.tundish.campaign.CampaignChanges;
import dev.tundish.campaign.Campaigns;
import dev.tundish.imports.Imports;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Pages are given these in place of the rooms themselves: no page can forget to write down what was done by it. */
@Configuration(proxyBeanMethods = false)
class DeedsConfiguration {

    @Bean
    @Primary
    Keys keysOfPages(@Qualifier("keys") Keys kept, Audit audit) {
        return new WrittenKeys(kept, audit);
    }

    @Bean
    @Primary
    Campaigns campaignsOfPages(@Qualifier("campaigns") Campaigns kept, Audit audit) {
        return new WrittenCampaigns(kept, audit);
    }

    @Bean
    @Primary
    CampaignChanges changesOfPages(
            @Qualifier("campaignChanges") CampaignChanges kept,
            @Qualifier("campaigns") Campaigns campaigns,
            Audit audit) {
        return new WrittenChanges(kept, campaigns, audit);
    }

    @Bean
    @Primary
    Imports importsOfPages(@Qualifier("imports") Imports kept, Audit audit) {
        return new WrittenImports(kept, audit);
    }
}
