package dev.tundish.live;

import dev.tundish.campaign.Campaigns;
import dev.tundish.journal.Changes;
import dev.tundish.journal.LogReader;
import dev.tundish.report.Reports;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the parts of live pictures together. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    @Bean
    LivePicture.Sources pictureSources(
            Campaigns campaigns, Reports reports, LogReader log, Changes changes, InstantSource clock) {
        return new LivePicture.Sources(campaigns, reports, log, changes, clock);
    }
}
