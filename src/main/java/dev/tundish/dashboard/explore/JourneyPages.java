package dev.tundish.dashboard.explore;

import dev.tundish.campaign.Campaigns;
import dev.tundish.dashboard.Page;
import dev.tundish.dashboard.Shared;
import dev.tundish.journal.LogReader;
import dev.tundish.live.Live;
import dev.tundish.report.Reports;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A lead's journey as text: rendered once, however many look. */
@Component
class JourneyPages {

    private static final Duration PACE = Duration.ofSeconds(1);

    private final Campaigns campaigns;
    private final Reports reports;
    private final LogReader log;
    private final Live live;
    private final Shared<Key> shared = new Shared<>(this::rendered);

    JourneyPages(Campaigns campaigns, Reports reports, LogReader log, Live live) {
        this.campaigns = campaigns;
        this.reports = reports;
        this.log = log;
        this.live = live;
    }

    private record Key(int campaign, int lead) {}

    /** The name of the lead with this number, or empty. */
    Mono<String> name(int campaign, int lead) {
        return reports.leadName(campaign, lead);
    }

    Flux<Page> of(int campaign, int lead) {
        return shared.of(new Key(campaign, lead));
    }

    private Flux<Page> rendered(Key key) {
        return live.kept(key.campaign(), PACE, now -> asked(key, now))
                .map(kept -> new Page(kept.value(), kept.completeTo().toEpochMilli()));
    }

    /** By its number: the name is another one when the lead was erased. */
    private Mono<String> asked(Key key, Instant now) {
        return name(key.campaign(), key.lead())
                .flatMap(lead -> Mono.zip(campaigns.find(key.campaign()), log.lead(key.campaign(), lead))
                        .map(both -> JourneyJson.of(both.getT1(), key.lead(), lead, both.getT2(), now)));
    }
}
