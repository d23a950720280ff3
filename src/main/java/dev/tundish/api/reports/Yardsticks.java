package dev.tundish.api.reports;

import dev.tundish.api.http.Query;
import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.funnel.Comparison;
import dev.tundish.funnel.Earlier;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.report.Reports;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A funnel beside what it is compared with: the period before, the targets, or another campaign at the same age. */
final class Yardsticks {

    /** Before the key, so that a campaign may be called target. */
    static final String CAMPAIGN = "campaign:";

    private final Campaigns campaigns;
    private final Reports reports;

    Yardsticks(Campaigns campaigns, Reports reports) {
        this.campaigns = campaigns;
        this.reports = reports;
    }

    /** @param with {@code previous}, {@code target} or {@code campaign:} and a key */
    Mono<Map<String, @Nullable Object>> compare(
            Campaign campaign, FunnelQuestion view, @Nullable String with, long now) {
        if ("previous".equals(with)) {
            return previous(campaign, view, now);
        }
        if ("target".equals(with)) {
            return target(campaign, view);
        }
        if (with != null && with.startsWith(CAMPAIGN)) {
            return other(campaign, view, with.substring(CAMPAIGN.length()), now);
        }
        throw Query.wrong(
                "with", "is needed: previous, target, or campaign: and a key, such as campaign:winter-launch.");
    }

    private Mono<Map<String, @Nullable Object>> previous(Campaign campaign, FunnelQuestion view, long now) {
        FunnelQuestion before = StepParameters.previous(campaign, view, "with", now);
        return reports.ask(campaign.id(), (_, cube) -> Comparison.of(cube.funnel(view), cube.funnel(before)))
                .map(answer -> ComparisonJson.of(
                        campaign.key(),
                        answer.version(),
                        view,
                        ComparisonJson.other("previous", campaign.key(), answer.version(), before),
                        answer.value()));
    }

    private Mono<Map<String, @Nullable Object>> target(Campaign campaign, FunnelQuestion view) {
        Map<String, Long> targets = campaign.definition().targets();
        if (targets.isEmpty()) {
            throw Query.wrong("with", "needs targets, and the campaign has none: PUT it with targets.");
        }
        return reports.funnel(campaign.id(), view)
                .map(answer -> ComparisonJson.of(
                        campaign.key(),
                        answer.version(),
                        view,
                        ComparisonJson.target(),
                        Comparison.of(answer.value(), targets)));
    }

    private Mono<Map<String, @Nullable Object>> other(Campaign campaign, FunnelQuestion view, String key, long now) {
        return campaigns
                .find(key)
                .switchIfEmpty(Mono.error(() -> Query.wrong("with", "names a campaign that does not exist.")))
                .flatMap(other -> {
                    FunnelQuestion then = Earlier.sameAge(view, launched(campaign), launched(other), now);
                    return Mono.zip(reports.funnel(campaign.id(), view), reports.funnel(other.id(), then))
                            .map(both -> ComparisonJson.of(
                                    campaign.key(),
                                    both.getT1().version(),
                                    view,
                                    ComparisonJson.other(
                                            "campaign",
                                            other.key(),
                                            both.getT2().version(),
                                            then),
                                    Comparison.of(
                                            both.getT1().value(), both.getT2().value())));
                });
    }

    private static long launched(Campaign campaign) {
        Instant launched = campaign.definition().launchedAt();
        if (launched == null) {
            throw Query.wrong(
                    "with",
                    "needs the age of both campaigns: " + campaign.key() + " has no launchedAt, PUT it with one.");
        }
        return ChronoUnit.MICROS.between(Instant.EPOCH, launched);
    }
}
