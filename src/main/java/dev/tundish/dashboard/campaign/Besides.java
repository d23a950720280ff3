package dev.tundish.dashboard.campaign;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.CampaignChanges;
import dev.tundish.campaign.Campaigns;
import dev.tundish.campaign.Definition;
import dev.tundish.dashboard.Page;
import dev.tundish.dashboard.Shared;
import dev.tundish.funnel.BridgeReport;
import dev.tundish.funnel.FeedbackQuestion;
import dev.tundish.funnel.FeedbackReport;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.LeftReport;
import dev.tundish.funnel.TrendQuestion;
import dev.tundish.funnel.TrendReport;
import dev.tundish.live.Live;
import dev.tundish.report.Reports;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What stands beside a campaign's funnel and costs more: at a slower pace, rendered once for all who look. */
@Component
class Besides {

    /** The property of the web component. */
    static final String NAME = "beside";

    private static final Duration PACE = Duration.ofSeconds(2);

    private final Campaigns campaigns;
    private final CampaignChanges changes;
    private final Reports reports;
    private final Live live;
    private final Shared<Key> shared = new Shared<>(this::rendered);

    Besides(Campaigns campaigns, CampaignChanges changes, Reports reports, Live live) {
        this.campaigns = campaigns;
        this.changes = changes;
        this.reports = reports;
        this.live = live;
    }

    private record Key(int campaign, Sight sight) {}

    Flux<Page> of(int campaign, Sight sight) {
        // What it is compared with does not matter here.
        return shared.of(new Key(campaign, sight.base().with(Against.USUAL)));
    }

    private Flux<Page> rendered(Key key) {
        return live.kept(
                        key.campaign(),
                        PACE,
                        now -> campaigns
                                .find(key.campaign())
                                .flatMap(found -> parts(found, key.sight(), now))
                                .map(parts -> BesideJson.of(parts, key.sight())))
                .map(kept -> new Page(NAME, kept.value(), kept.completeTo().toEpochMilli()));
    }

    private record Scanned(TrendReport trend, LeftReport left, BridgeReport bridge, FeedbackReport feedback) {}

    /** All of it is of one version, and one pass of the cube after another: nothing is read from the database for it. */
    private Mono<BesideJson.Parts> parts(Campaign campaign, Sight sight, Instant now) {
        Definition definition = campaign.definition();
        Live.View view = sight.view();
        TrendQuestion trend = new TrendQuestion(view.question(definition, now), view.bucket(definition, now));
        FunnelQuestion cohort = new Live.View(FunnelQuestion.Mode.COHORT, view.range(), view.allowed(), view.filter())
                .question(definition, now);
        FeedbackQuestion feedback = view.feedback(definition, now);
        return Mono.zip(
                        reports.ask(
                                campaign.id(),
                                (_, cube) -> new Scanned(
                                        cube.trend(trend),
                                        cube.left(cohort),
                                        cube.bridge(cohort),
                                        cube.feedback(feedback))),
                        changes.list(campaign.id()).collectList())
                .map(all -> new BesideJson.Parts(
                        campaign,
                        now,
                        trend.bucket(),
                        all.getT1().value().trend(),
                        all.getT1().value().left(),
                        all.getT1().value().bridge(),
                        all.getT1().value().feedback(),
                        all.getT2()));
    }
}
