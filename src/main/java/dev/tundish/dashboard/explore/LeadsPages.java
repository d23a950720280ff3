package dev.tundish.dashboard.explore;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.dashboard.Page;
import dev.tundish.dashboard.Shared;
import dev.tundish.dashboard.campaign.Sight;
import dev.tundish.journal.LogReader;
import dev.tundish.live.Live;
import dev.tundish.report.Reports;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Pages of leads as text: rendered once, however many look. */
@Component
class LeadsPages {

    private static final Duration PACE = Duration.ofSeconds(2);
    private static final int A_PAGE = 50;

    private final Campaigns campaigns;
    private final Reports reports;
    private final LogReader log;
    private final Live live;
    private final Shared<Key> shared = new Shared<>(this::rendered);

    LeadsPages(Campaigns campaigns, Reports reports, LogReader log, Live live) {
        this.campaigns = campaigns;
        this.reports = reports;
        this.log = log;
        this.live = live;
    }

    private record Key(int campaign, Sight sight) {}

    Flux<Page> of(int campaign, Sight sight) {
        return shared.of(new Key(campaign, sight));
    }

    private Flux<Page> rendered(Key key) {
        return live.kept(key.campaign(), PACE, now -> asked(key, now))
                .map(kept -> new Page(kept.value(), kept.completeTo().toEpochMilli()));
    }

    /** What cannot be answered is an answer too: the address is somebody's, and its sentence says what to do. */
    private Mono<String> asked(Key key, Instant now) {
        return campaigns
                .find(key.campaign())
                .flatMap(campaign -> page(campaign, key.sight(), now)
                        .onErrorResume(
                                IllegalArgumentException.class,
                                wrong -> Mono.just(LeadsJson.problem(campaign, key.sight(), wrong.getMessage(), now))));
    }

    private Mono<String> page(Campaign campaign, Sight sight, Instant now) {
        return Mono.defer(() -> reports.leads(
                        campaign.id(), Chosen.leads(campaign.definition(), sight, now), sight.page(), A_PAGE))
                .flatMap(page -> log.cards(
                                campaign.id(),
                                page.leads().stream().map(Reports.Lead::lead).toList())
                        .map(cards -> LeadsJson.of(campaign, sight, page, cards, now)));
    }
}
