package dev.tundish.live;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.CampaignState;
import dev.tundish.report.Pulse;
import dev.tundish.report.Reports;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The outlook of every campaign that is not put away, each at most every 30 s: one at a time, the one that has waited
 * longest first, with a rest of three times as long as it took, but for the first time. So it takes a quarter of one
 * connection at most; of too many campaigns each comes more seldom.
 */
final class Outlooks {

    static final Duration AGAIN = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(25);
    private static final int REST = 3;

    private final Reports reports;
    private final Pulse pulse;
    private final InstantSource clock;
    /** Bounded by the number of campaigns: none is ever deleted. */
    private final Map<Integer, Entry> entries = new ConcurrentHashMap<>();

    private volatile Instant rested = Instant.MIN;

    Outlooks(Reports reports, Pulse pulse, InstantSource clock) {
        this.reports = reports;
        this.pulse = pulse;
        this.clock = clock;
    }

    private record Entry(
            Survey survey, Instant asked, @Nullable Outlook outlook) {}

    /** The campaign's outlook as it was last known, or null. */
    @Nullable
    Outlook of(int campaign) {
        Entry entry = entries.get(campaign);
        return entry == null ? null : entry.outlook();
    }

    /** Keeps the outlooks of these campaigns up to date while subscribed, and names each whose outlook is new. */
    Flux<Integer> keep(Supplier<Collection<Campaign>> campaigns) {
        return Flux.interval(LOOK).onBackpressureDrop().concatMap(_ -> next(campaigns.get()), 0);
    }

    private Mono<Integer> next(Collection<Campaign> campaigns) {
        Instant now = clock.instant();
        if (now.isBefore(rested)) {
            return Mono.empty();
        }
        Optional<Campaign> due = campaigns.stream()
                .filter(campaign -> campaign.definition().state(now) != CampaignState.ARCHIVED)
                .filter(campaign -> !now.isBefore(again(campaign.id())))
                .min(Comparator.comparing((Campaign campaign) -> again(campaign.id()))
                        .thenComparing(Outlooks::hasNoYardstick));
        return due.map(campaign -> ask(campaign, predecessor(campaign, campaigns), now))
                .orElse(Mono.empty());
    }

    /** Of those of which nothing is known yet, the ones that can be held against something come first. */
    private static boolean hasNoYardstick(Campaign campaign) {
        return campaign.definition().targets().isEmpty()
                && campaign.definition().predecessor() == null;
    }

    private Instant again(int campaign) {
        Entry entry = entries.get(campaign);
        return entry == null ? Instant.MIN : entry.asked().plus(AGAIN);
    }

    private static @Nullable Campaign predecessor(Campaign campaign, Collection<Campaign> campaigns) {
        String key = campaign.definition().predecessor();
        return campaigns.stream()
                .filter(other -> other.key().equals(key))
                .findAny()
                .orElse(null);
    }

    private Mono<Integer> ask(Campaign campaign, @Nullable Campaign predecessor, Instant now) {
        Entry before = entries.get(campaign.id());
        Survey survey = before == null ? new Survey(reports, pulse) : before.survey();
        return Mono.defer(() -> survey.outlook(campaign, predecessor, new Moment(clock.instant())))
                .retryWhen(Recovery.retry("outlook"))
                .map(outlook -> {
                    entries.put(campaign.id(), new Entry(survey, now, outlook));
                    Instant done = clock.instant();
                    rested = before == null
                            ? done
                            : done.plus(Duration.between(now, done).multipliedBy(REST));
                    return campaign.id();
                });
    }
}
