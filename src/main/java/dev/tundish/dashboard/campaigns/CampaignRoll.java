package dev.tundish.dashboard.campaigns;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.dashboard.Page;
import dev.tundish.dashboard.Shared;
import dev.tundish.funnel.Bucket;
import dev.tundish.funnel.FeedbackQuestion;
import dev.tundish.funnel.Filter;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.report.PictureQuestion;
import dev.tundish.report.Reports;
import dev.tundish.report.Tallied;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All campaigns as they are defined, with their leads: asked for every 2 s while somebody looks, once for all of them. */
@Component
class CampaignRoll {

    private static final Logger LOG = LoggerFactory.getLogger(CampaignRoll.class);
    private static final Duration PACE = Duration.ofSeconds(2);
    private static final long MINUTE = 60_000_000;

    private final Campaigns campaigns;
    private final Reports reports;
    private final InstantSource clock;
    private final Shared<String> shared;

    CampaignRoll(Campaigns campaigns, Reports reports, InstantSource clock) {
        this.campaigns = campaigns;
        this.reports = reports;
        this.clock = clock;
        this.shared = new Shared<>(
                _ -> Flux.interval(Duration.ZERO, PACE).onBackpressureDrop().concatMap(_ -> page(), 1));
    }

    Flux<Page> all() {
        return shared.of("all");
    }

    /** Empty while the database is away: the page's banner says that no news comes. */
    private Mono<Page> page() {
        return Mono.defer(() -> {
                    Instant now = clock.instant();
                    return campaigns.all().collectList().flatMap(all -> page(all, now));
                })
                .onErrorResume(failed -> {
                    LOG.debug("The list of campaigns could not be read", failed);
                    return Mono.empty();
                });
    }

    private Mono<Page> page(List<Campaign> all, Instant now) {
        return reports.pictures(all.stream().map(Campaign::id).toList(), counts(now))
                .collectMap(Tallied::campaign)
                .map(counts -> new Page(RollJson.of(all, counts, now), now.toEpochMilli()));
    }

    private static PictureQuestion counts(Instant now) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        int minute = (int) Math.floorDiv(micros, MINUTE);
        return new PictureQuestion(
                FunnelQuestion.whole(micros).withoutTimes(),
                new FeedbackQuestion(null, null, new Bucket.Minutes(720), Filter.NONE),
                false,
                minute,
                minute + 1);
    }
}
