package dev.tundish.dashboard.explore;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.CampaignChanges;
import dev.tundish.campaign.Campaigns;
import dev.tundish.dashboard.Page;
import dev.tundish.dashboard.Shared;
import dev.tundish.dashboard.campaign.Sight;
import dev.tundish.live.Live;
import dev.tundish.report.Reports;
import dev.tundish.report.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
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
        return Flux.defer(() -> {
            AtomicReference<Exploration.@Nullable Leaky> shown = new AtomicReference<>();
            return live.kept(key.campaign(), PACE, now -> asked(key, shown, now))
                    .map(kept -> new Page(kept.value(), kept.completeTo().toEpochMilli()));
        });
    }

    private Mono<String> asked(Key key, AtomicReference<Exploration.@Nullable Leaky> shown, Instant now) {
        return Mono.zip(
                        campaigns.find(key.campaign()),
                        changes.list(key.campaign()).collectList())
                .flatMap(both -> asked(both.getT1(), key.sight(), shown.get(), now)
                        .map(found -> {
                            // As long as nobody is lost there is nothing to stay with.
                            shown.set(found.leaky().choice() == Exploration.Choice.FIRST ? null : found.leaky());
                            return ExploreJson.of(both.getT1(), key.sight(), both.getT2(), found, now);
                        }));
    }

    private Mono<Exploration.Found> asked(
            Campaign campaign, Sight sight, Exploration.@Nullable Leaky shown, Instant now) {
        return reports.ask(
                        campaign.id(),
                        (rules, cube) -> new Exploration(campaign.definition(), rules, sight, shown, now).of(cube))
                .map(Versioned::value);
    }
}
