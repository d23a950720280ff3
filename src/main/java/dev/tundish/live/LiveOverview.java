package dev.tundish.live;

import dev.tundish.campaign.Campaign;
import dev.tundish.report.Tallied;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All campaigns in short, kept true: one query for all that changed since the last look, and for all every 10 s. */
final class LiveOverview {

    private static final Duration ANEW = Duration.ofSeconds(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    private final LivePicture.Sources sources;
    /** Bounded by the number of campaigns. */
    private final Set<Integer> changed = ConcurrentHashMap.newKeySet();

    private final Map<Integer, CampaignGlance> glances = new HashMap<>();
    private Instant refreshed = Instant.MIN;
    private Instant emitted = Instant.MIN;

    LiveOverview(LivePicture.Sources sources) {
        this.sources = sources;
    }

    Flux<List<CampaignGlance>> stream() {
        Flux<Trigger> triggers = Flux.merge(
                sources.changes()
                        .all()
                        .doOnNext(change -> changed.add(change.campaign()))
                        .map(change -> new Trigger.Changed(change.version())),
                Flux.just(new Trigger.Passed()),
                sources.changes().beats().map(Trigger.Beat::new));
        return Conflation.answer(triggers, this::answer);
    }

    private Mono<List<CampaignGlance>> answer(Trigger trigger) {
        Instant now = sources.clock().instant();
        boolean all = !now.isBefore(refreshed.plus(ANEW));
        if (all || !changed.isEmpty()) {
            return ask(all).retryWhen(Recovery.retry("overview"));
        }
        return trigger instanceof Trigger.Beat(Instant at) && !at.isBefore(emitted.plus(HEARTBEAT))
                ? Mono.fromSupplier(() -> emit(at))
                : Mono.empty();
    }

    private Mono<List<CampaignGlance>> ask(boolean all) {
        return Mono.defer(() -> {
            Moment moment = new Moment(sources.clock().instant());
            Set<Integer> asked = Set.copyOf(changed);
            changed.removeAll(asked); // before the query: what changes during it is asked again
            return sources.campaigns()
                    .all()
                    .collectList()
                    .flatMap(campaigns -> sources.reports()
                            .pictures(wanted(campaigns, asked, all), moment.glance())
                            .collectMap(Tallied::campaign)
                            .map(tallied -> take(campaigns, tallied, moment)))
                    .doOnError(_ -> changed.addAll(asked))
                    .map(_ -> {
                        refreshed = all ? moment.now() : refreshed;
                        return emit(moment.now());
                    });
        });
    }

    private static List<Integer> wanted(List<Campaign> campaigns, Set<Integer> asked, boolean all) {
        return campaigns.stream()
                .map(Campaign::id)
                .filter(id -> all || asked.contains(id))
                .toList();
    }

    private boolean take(List<Campaign> campaigns, Map<Integer, Tallied> tallied, Moment moment) {
        for (Campaign campaign : campaigns) {
            Tallied now = tallied.get(campaign.id());
            if (now != null) {
                glances.put(campaign.id(), glance(campaign, now, moment));
            }
        }
        return true;
    }

    private static CampaignGlance glance(Campaign campaign, Tallied now, Moment moment) {
        long[] lastHour = new long[now.activity().length];
        for (int n = 0; n < lastHour.length; n++) {
            lastHour[n] = now.activity()[n][0];
        }
        boolean any = LongStream.of(lastHour).anyMatch(n -> n > 0);
        return new CampaignGlance(
                campaign,
                now.version(),
                moment.now(),
                now.funnel(),
                now.feedback(),
                lastHour,
                any ? LastLead.of(now, moment, List.of()) : null);
    }

    private List<CampaignGlance> emit(Instant completeTo) {
        emitted = completeTo;
        List<CampaignGlance> list = new ArrayList<>();
        glances.values().stream()
                .sorted(Comparator.comparing(glance -> glance.campaign().key()))
                .forEach(glance -> list.add(glance.completeTo(completeTo)));
        return List.copyOf(list);
    }
}
