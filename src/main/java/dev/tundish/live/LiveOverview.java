package dev.tundish.live;

import dev.tundish.campaign.Campaign;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All campaigns in short, kept true. Counts: one query for all that changed since the last look. How they stand: from
 * outlooks that come one by one, judged together at most every 2 s. Which campaigns there are: read again every 2 s.
 */
final class LiveOverview {

    private static final Duration ANEW = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final Duration MANY_PACE = Duration.ofSeconds(1);
    /** When more rows than this change at once, nobody can read them four times a second. */
    private static final int MANY = 40;
    /** Minutes that new events fall into; what comes later is seen with the next outlook. */
    private static final int NEWEST = 3;

    private final LivePicture.Sources sources;
    private final Outlooks outlooks;
    /** Bounded by the number of campaigns, as are the rows. */
    private final Set<Integer> changed = ConcurrentHashMap.newKeySet();

    private final Set<Integer> surveyed = ConcurrentHashMap.newKeySet();
    private final OverviewRows rows = new OverviewRows();
    private volatile Collection<Campaign> campaigns = List.of();
    /** All that was committed before this moment has been told. */
    private volatile Instant told = Instant.MIN;

    private Instant listed = Instant.MIN;
    private Instant judged = Instant.MIN;
    private Instant emitted = Instant.MIN;
    private Duration pace = Conflation.PACE;

    LiveOverview(LivePicture.Sources sources, Outlooks outlooks) {
        this.sources = sources;
        this.outlooks = outlooks;
    }

    Flux<Overview> stream() {
        Flux<Trigger> triggers = Flux.merge(
                sources.changes()
                        .all()
                        .doOnNext(change -> changed.add(change.campaign()))
                        .map(change -> new Trigger.Changed(change.version())),
                Flux.just(new Trigger.Passed()),
                outlooks.keep(() -> campaigns).doOnNext(surveyed::add).map(_ -> new Trigger.Passed()),
                sources.changes().beats().doOnNext(at -> told = at).map(Trigger.Beat::new));
        return Conflation.answer(triggers, this::answer, () -> pace);
    }

    private Mono<Overview> answer(Trigger trigger) {
        Instant now = sources.clock().instant();
        pace = Conflation.PACE;
        boolean news = !changed.isEmpty() || isDue(now);
        if (news || !now.isBefore(listed.plus(ANEW))) {
            return ask().retryWhen(Recovery.retry("overview"));
        }
        return trigger instanceof Trigger.Beat(Instant at) ? Mono.justOrEmpty(emit(at)) : Mono.empty();
    }

    private boolean isDue(Instant now) {
        return !surveyed.isEmpty() && !now.isBefore(judged.plus(ANEW));
    }

    private Mono<Overview> ask() {
        return Mono.defer(() -> {
            Moment moment = new Moment(sources.clock().instant());
            Instant complete = told; // before the changes: whatever a beat follows is among them
            Set<Integer> asked = Set.copyOf(changed);
            changed.removeAll(asked); // before the query: what changes during it is asked again
            return listed(moment.now())
                    .flatMap(all -> {
                        rows.list(all);
                        return counted(rows.missing(), Moment.HISTORY, moment)
                                .then(counted(rows.known(asked), NEWEST, moment));
                    })
                    .doOnError(_ -> changed.addAll(asked))
                    .then(Mono.defer(() -> {
                        judge(moment);
                        // The first time all have been asked for, and only beats say that nothing else has happened
                        // since.
                        Instant first = emitted.equals(Instant.MIN) ? moment.now() : emitted;
                        return Mono.justOrEmpty(emit(complete.isAfter(first) ? complete : first));
                    }));
        });
    }

    private Mono<Collection<Campaign>> listed(Instant now) {
        if (now.isBefore(listed.plus(ANEW))) {
            return Mono.just(campaigns);
        }
        return sources.campaigns().all().collectList().map(all -> {
            campaigns = all;
            listed = now;
            return all;
        });
    }

    private Mono<Void> counted(Collection<Integer> ids, int minutes, Moment moment) {
        return ids.isEmpty()
                ? Mono.empty()
                : sources.reports()
                        .pictures(ids, moment.glance(minutes))
                        .doOnNext(now -> rows.take(now, moment.nextMinute() - minutes))
                        .then();
    }

    /** Together, because so they are looked at. */
    private void judge(Moment moment) {
        if (moment.now().isBefore(judged.plus(ANEW))) {
            return;
        }
        surveyed.clear();
        judged = moment.now();
        rows.judge(outlooks, moment);
    }

    /** Null when nothing has changed and it was said not long ago. */
    private @Nullable Overview emit(Instant completeTo) {
        Overview overview = rows.overview(completeTo);
        int changes = rows.lastChanged();
        pace = changes > MANY ? MANY_PACE : Conflation.PACE;
        if (changes == 0 && !emitted.equals(Instant.MIN) && completeTo.isBefore(emitted.plus(HEARTBEAT))) {
            return null;
        }
        emitted = completeTo;
        return overview;
    }
}
