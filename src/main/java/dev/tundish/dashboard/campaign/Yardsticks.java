package dev.tundish.dashboard.campaign;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.campaign.Definition;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.live.Allowed;
import dev.tundish.live.Live;
import dev.tundish.live.Range;
import dev.tundish.report.Reports;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds what a campaign is compared with, fairly: both sides are as old when they are counted. What the other side did
 * later does not count.
 */
@Component
class Yardsticks {

    /** It moves by the minute, so that it need not be asked more often. */
    private static final Duration PACE = Duration.ofSeconds(10);

    private final Campaigns campaigns;
    private final Reports reports;
    private final Live live;

    Yardsticks(Campaigns campaigns, Reports reports, Live live) {
        this.campaigns = campaigns;
        this.reports = reports;
        this.live = live;
    }

    /** The yardstick of a view, again whenever it is another one; empty: none is wanted, or there is none. */
    Flux<Optional<Yardstick>> of(int campaign, Sight sight) {
        return live.kept(
                        campaign,
                        PACE,
                        now -> campaigns
                                .find(campaign)
                                .flatMap(ours -> find(ours, sight, now.truncatedTo(ChronoUnit.MINUTES)))
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty()))
                .map(Live.Kept::value)
                .distinctUntilChanged();
    }

    private Mono<Yardstick> find(Campaign ours, Sight sight, Instant now) {
        return switch (sight.against()) {
            case Against.Nothing _ -> Mono.empty();
            case Against.Usual usual -> {
                String predecessor = ours.definition().predecessor();
                yield predecessor == null ? Mono.empty() : other(ours, sight, usual, predecessor, now);
            }
            case Against.Other other -> other(ours, sight, other, other.key(), now);
            case Against.Target target -> Mono.just(targets(ours.definition(), sight, target));
            case Against.Previous previous -> before(ours, sight, previous, now);
        };
    }

    private static Yardstick targets(Definition ours, Sight sight, Against target) {
        Map<String, Long> targets = ours.targets();
        return targets.isEmpty()
                ? new Yardstick.Missing(target, "Target", "No targets are set for this campaign.")
                : new Yardstick.Targets(target, "Target", targets, sight.range() instanceof Range.Whole);
    }

    /** The same campaign, whole weeks earlier: a Tuesday morning beside a Tuesday morning, as it stood then. */
    private Mono<Yardstick> before(Campaign ours, Sight sight, Against previous, Instant now) {
        ZoneId zone = ours.definition().zone();
        Range.Bounds bounds = sight.range().at(now, zone);
        Instant from = bounds.from();
        if (from == null) {
            return Mono.just(new Yardstick.Missing(
                    previous,
                    "The time before",
                    "A time without a beginning has none before it: choose 7 days, today, the last hour, or dates."));
        }
        Instant to = bounds.to() == null || bounds.to().isAfter(now) ? now : bounds.to();
        long weeks = Math.max(1, (Duration.between(from, to).toSeconds() + Week.SECONDS - 1) / Week.SECONDS);
        Instant then = Week.earlier(now, weeks, zone);
        Spot spot = new Spot(Week.earlier(from, weeks, zone), Week.earlier(to, weeks, zone), then, false);
        return count(ours, ours, sight, previous, weeks == 1 ? "A week before" : weeks + " weeks before", spot);
    }

    private Mono<Yardstick> other(Campaign ours, Sight sight, Against against, String key, Instant now) {
        return campaigns
                .find(key)
                .flatMap(theirs -> theirs.id() == ours.id()
                        ? Mono.<Yardstick>just(new Yardstick.Missing(
                                against,
                                theirs.definition().name(),
                                "This is the campaign itself: choose another one."))
                        : atSameAge(ours, theirs, sight, against, now))
                .defaultIfEmpty(new Yardstick.Missing(against, key, "There is no campaign with this key."));
    }

    private Mono<Yardstick> atSameAge(Campaign ours, Campaign theirs, Sight sight, Against against, Instant now) {
        String name = theirs.definition().name();
        Instant launch = ours.definition().launchedAt();
        Instant theirLaunch = theirs.definition().launchedAt();
        if (launch == null || theirLaunch == null) {
            return Mono.just(new Yardstick.Missing(
                    against,
                    name,
                    launch == null
                            ? "This campaign has no launch date, so that nobody can say what the same age is."
                            : "It has no launch date, so that nobody can say what the same age is."));
        }
        if (launch.isAfter(now)) {
            return Mono.just(new Yardstick.Missing(against, name, "This campaign is not launched yet."));
        }
        Duration shift = Duration.between(launch, theirLaunch);
        Range.Bounds bounds = sight.range().at(now, ours.definition().zone());
        Instant then = now.plus(shift);
        boolean younger = then.isAfter(now);
        Spot spot = new Spot(
                bounds.from() == null ? null : minute(bounds.from().plus(shift)),
                bounds.to() == null ? null : minute(bounds.to().plus(shift)),
                minute(younger ? now : then),
                younger);
        return count(ours, theirs, sight, against, name, spot);
    }

    /** Where on the time line the other side stands. */
    private record Spot(@Nullable Instant from, @Nullable Instant to, Instant until, boolean younger) {}

    private Mono<Yardstick> count(
            Campaign ours, Campaign theirs, Sight sight, Against against, String name, Spot spot) {
        ZoneId zone = theirs.definition().zone();
        Duration allowed = sight.allowed().in(ours.definition().window());
        boolean cohort = sight.mode() == FunnelQuestion.Mode.COHORT;
        FunnelQuestion question = new FunnelQuestion(
                        sight.mode(),
                        micros(spot.from()),
                        micros(spot.to()),
                        cohort && allowed != null ? Long.valueOf(allowed.toSeconds() * 1_000_000) : null,
                        Week.micros(spot.until()),
                        true,
                        false,
                        null,
                        sight.filter())
                .asItStood(Week.micros(spot.until()));
        return reports.funnel(theirs.id(), question)
                .map(answer -> new Yardstick.Funnel(
                        against,
                        name,
                        answer.value(),
                        theirs.key(),
                        zone,
                        spot.from(),
                        spot.until(),
                        spot.younger(),
                        leads(sight, spot, allowed, zone)));
    }

    /** What to look at to see exactly those leads: the time allowed stands in it, because theirs may be another. */
    private static Sight leads(Sight sight, Spot spot, @Nullable Duration allowed, ZoneId zone) {
        LocalDateTime from = local(spot.from(), zone);
        LocalDateTime to = local(spot.to(), zone);
        Range range = from == null && to == null ? Ranges.ALL : new Range.Between(from, to);
        Selection until = new Selection(null, null, null, null, local(spot.until(), zone));
        return new Sight(
                range,
                sight.mode(),
                allowed == null ? Allowed.NONE : new Allowed.Of(allowed),
                sight.filter(),
                Against.USUAL,
                null,
                null,
                until,
                null,
                null,
                null);
    }

    private static @Nullable LocalDateTime local(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? null : LocalDateTime.ofInstant(moment, zone);
    }

    private static Instant minute(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MINUTES);
    }

    private static @Nullable Long micros(@Nullable Instant moment) {
        return moment == null ? null : Long.valueOf(Week.micros(moment));
    }

    /** Weeks of a zone: the same clock time, also where the clocks were changed between. */
    private static final class Week {

        private static final long SECONDS = 7 * 86_400L;

        private static Instant earlier(Instant moment, long weeks, ZoneId zone) {
            return moment.atZone(zone).minusWeeks(weeks).toInstant();
        }

        private static long micros(Instant moment) {
            return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
        }
    }
}
