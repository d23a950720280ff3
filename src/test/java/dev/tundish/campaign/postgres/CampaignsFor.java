package dev.tundish.campaign.postgres;

import dev.tundish.campaign.CampaignChanges;
import dev.tundish.campaign.Campaigns;
import io.r2dbc.spi.ConnectionFactory;
import java.time.InstantSource;
import org.springframework.r2dbc.core.DatabaseClient;

/** The campaigns of a database, for tests of other rooms. */
public final class CampaignsFor {

    private CampaignsFor() {}

    public static Campaigns database(ConnectionFactory connections, DatabaseClient client, InstantSource clock) {
        return new CampaignConfiguration().campaigns(connections, client, clock);
    }

    public static CampaignChanges changes(ConnectionFactory connections, DatabaseClient client, InstantSource clock) {
        return new CampaignConfiguration().campaignChanges(connections, client, clock);
    }
}
