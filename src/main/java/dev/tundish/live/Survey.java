package dev.tundish.live;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.CampaignState;
import dev.tundish.campaign.Definition;
import dev.tundish.funnel.Filter;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.funnel.Plan;
import dev.tundish.funnel.UsualGaps;
import dev.tundish.report.Pulse;
import dev.tundish.report.Reports;
import dev.tundish.report.Versioned;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Asks for the outlook of one campaign. What changes slowly is asked for seldom: usual gaps once an hour, the predecessor
 * at this age again when the age has grown by half a per cent, the leads who had all their time every five minutes. All of
 * it comes from the counters, one question after the other.
 */
final class Survey {

    private static final int DAY = 24 * 60;
    private static final int SLOW = 5;
    private static final int FINE = 200;
    private static final long MICROS_A_MINUTE = 60_000_000;

    private final Reports reports;
    private final Pulse pulse;
    private final Remembered<Arrived> arrived = new Remembered<>();
    private final Remembered<FunnelReport> sameAge = new Remembered<>();
    private final Remembered<FunnelReport> example = new Remembered<>();
    private final Remembered<FunnelReport> grown = new Remembered<>();

    Survey(Reports reports, Pulse pulse) {
        this.reports = reports;
        this.pulse = pulse;
    }

    private record Arrived(@Nullable Integer last, UsualGaps.@Nullable Usual usual) {}

    private record Old(Optional<FunnelReport> sameAge, Optional<FunnelReport> example) {}

    /** @param predecessor the campaign that this one follows, or null */
    Mono<Outlook> outlook(Campaign campaign, @Nullable Campaign predecessor, Moment moment) {
        int from = moment.nextMinute() - Moment.HISTORY;
        return reports.activity(campaign.id(), from, moment.nextMinute())
                .flatMap(hour -> arrivals(campaign, moment)
                        .flatMap(arrived -> beside(campaign, predecessor, moment)
                                .flatMap(old -> grown(campaign, moment)
                                        .flatMap(grown -> waiting(campaign)
                                                .map(since -> new Outlook(
                                                        from,
                                                        hour.value(),
                                                        arrived.map(Arrived::last)
                                                                .orElse(null),
                                                        arrived.map(Arrived::usual)
                                                                .orElse(null),
                                                        old.sameAge().orElse(null),
                                                        old.example().orElse(null),
                                                        grown.orElse(null),
                                                        since.orElse(null)))))));
    }

    /** Silence is news only of a campaign that runs. */
    private Mono<Optional<Arrived>> arrivals(Campaign campaign, Moment moment) {
        if (campaign.definition().state(moment.now()) != CampaignState.LIVE) {
            return Mono.just(Optional.empty());
        }
        int now = moment.nextMinute() - 1;
        Mono<Arrived> asked = pulse.arrivals(campaign.id(), now - UsualGaps.DAYS * DAY, now + 1)
                .map(minutes -> new Arrived(
                        minutes.length == 0 ? null : Integer.valueOf(minutes[minutes.length - 1]),
                        UsualGaps.at(minutes, now, campaign.definition().zone())));
        return arrived.get(List.of(now / 60, campaign.definition().zone()), asked);
    }

    private Mono<Old> beside(Campaign campaign, @Nullable Campaign predecessor, Moment moment) {
        Instant launched = campaign.definition().launchedAt();
        Instant before = predecessor == null ? null : predecessor.definition().launchedAt();
        if (predecessor == null || launched == null || before == null || launched.isAfter(moment.now())) {
            return Mono.just(new Old(Optional.empty(), Optional.empty()));
        }
        long age = moment.micros() - micros(launched);
        long then = micros(before) + age;
        long step = Math.max(1, Long.highestOneBit(age / MICROS_A_MINUTE / FINE));
        Mono<Optional<FunnelReport>> asOld = sameAge.get(
                List.of(then / MICROS_A_MINUTE / step, predecessor.id(), predecessor.revision()),
                happenedBefore(predecessor.id(), then));
        return asOld.flatMap(
                counts -> whole(campaign.definition(), predecessor, moment).map(end -> new Old(counts, end)));
    }

    private Mono<Optional<FunnelReport>> whole(Definition definition, Campaign predecessor, Moment moment) {
        Plan plan = plan(definition);
        Plan.Example finished = example(predecessor.definition(), moment.now());
        Long end = plan == null || finished == null ? null : plan.endOf(finished);
        return end == null
                ? Mono.just(Optional.empty())
                : example.get(
                        List.of(moment.nextMinute() / SLOW, end, predecessor.id()),
                        happenedBefore(predecessor.id(), end));
    }

    /** Who reached a stage before a moment had come in before it too: what happened by then is how it stood then. */
    private Mono<FunnelReport> happenedBefore(int campaign, long moment) {
        return reports.funnel(
                        campaign,
                        new FunnelQuestion(
                                FunnelQuestion.Mode.ACTIVITY,
                                null,
                                Math.floorDiv(moment, MICROS_A_MINUTE) * MICROS_A_MINUTE,
                                null,
                                moment,
                                true,
                                false,
                                null,
                                Filter.NONE))
                .map(Versioned::value);
    }

    /** Only targets of two stages set a rate that grown leads can be held against. */
    private Mono<Optional<FunnelReport>> grown(Campaign campaign, Moment moment) {
        Definition definition = campaign.definition();
        if (definition.targets().size() < 2) {
            return Mono.just(Optional.empty());
        }
        long before = moment.micros() - definition.window().toNanos() / 1000;
        FunnelQuestion question = new FunnelQuestion(
                FunnelQuestion.Mode.COHORT,
                null,
                Math.floorDiv(before, MICROS_A_MINUTE) * MICROS_A_MINUTE,
                null,
                moment.micros(),
                true,
                false,
                null,
                Filter.NONE);
        return grown.get(
                List.of(moment.nextMinute() / SLOW, campaign.revision()),
                reports.funnel(campaign.id(), question).map(Versioned::value));
    }

    private Mono<Optional<Instant>> waiting(Campaign campaign) {
        return campaign.definition().handover() == null
                ? Mono.just(Optional.empty())
                : pulse.oldestWaiting(campaign.id())
                        .map(minute -> Optional.of(Instant.ofEpochSecond(minute * 60L)))
                        .defaultIfEmpty(Optional.empty());
    }

    /** Nothing is planned of a campaign whose launch is not known. */
    static @Nullable Plan plan(Definition definition) {
        Instant launched = definition.launchedAt();
        Instant ends = definition.endsAt();
        return launched == null
                ? null
                : new Plan(micros(launched), ends == null ? null : micros(ends), definition.zone());
    }

    /** A campaign that has ended shows how one goes. */
    private static Plan.@Nullable Example example(Definition definition, Instant now) {
        Instant launched = definition.launchedAt();
        Instant ended = definition.endsAt();
        return launched == null || ended == null || ended.isAfter(now)
                ? null
                : new Plan.Example(micros(launched), micros(ended));
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
