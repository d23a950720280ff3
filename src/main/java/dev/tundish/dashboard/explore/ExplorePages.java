package dev.tundish.dashboard.explore;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.CampaignChange;
import dev.tundish.campaign.CampaignChanges;
import dev.tundish.campaign.Campaigns;
import dev.tundish.dashboard.Page;
import dev.tundish.dashboard.Shared;
import dev.tundish.dashboard.campaign.Sight;
import dev.tundish.live.Live;
import dev.tundish.report.Reports;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Explorations as text: asked and rendered once, however many look. Several scans of all leads: so not too often. */
@Component
class ExplorePages {

    private static final Duration PACE = Duration.ofSeconds(2);

    private final Campaigns campaigns;
    private final CampaignChanges changes;
    private final Reports reports;
    private final Live live;
    private final Shared<Key> shared = new Shared<>(this::rendered);

    ExplorePages(Campaigns campaigns, CampaignChanges changes, Reports reports, Live live) {
        this.campaigns = campaigns;
        this.changes = changes;
        this.reports = reports;
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

    private Mono<String> asked(Key key, Instant now) {
        return Mono.zip(
                        campaigns.find(key.campaign()),
                        changes.list(key.campaign()).collectList())
                .flatMap(both -> asked(both.getT1(), both.getT2(), key.sight(), now));
    }

    private Mono<String> asked(Campaign campaign, List<CampaignChange> marks, Sight sight, Instant now) {
        return reports.ask(
                        campaign.id(),
                        (rules, cube) -> new Exploration(campaign.definition(), rules, sight, now).of(cube))
                .map(found -> ExploreJson.of(campaign, sight, marks, found.value(), now));
    }
}
