package dev.tundish.journal.postgres;

import static dev.tundish.journal.postgres.Session.get;

import dev.tundish.journal.Changes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * {@link Changes}: own commits, the doorbell of other nodes, and a poll every second, told by one thread in their order,
 * so that a beat never overtakes a change. Bounds: one version a campaign; one value a subscriber that is slow.
 */
final class PostgresChanges implements Changes, Doorbell {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresChanges.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final DatabaseClient database;
    private final DoorbellWire wire;
    private final InstantSource clock;
    private final Duration pollEvery;
    private final Scheduler thread = Schedulers.newSingle("changes", true);
    private final Disposable.Composite running = Disposables.composite();

    private final Map<Integer, Watch> watches = new ConcurrentHashMap<>();
    private final Map<Integer, Long> latest = new ConcurrentHashMap<>();
    private final Map<Integer, Long> committed = new HashMap<>();
    private final AtomicInteger watchersOfAll = new AtomicInteger();
    private final Sinks.Many<Boolean> anything = Sinks.many().replay().latest();
    private final Sinks.Many<Instant> beats = Sinks.many().replay().latest();

    PostgresChanges(DatabaseClient database, DoorbellWire wire, InstantSource clock, Duration pollEvery) {
        this.database = database;
        this.wire = wire;
        this.clock = clock;
        this.pollEvery = pollEvery;
    }

    /** One campaign that is looked at; told by the one thread. */
    private static final class Watch {
        private final Sinks.Many<Change> changes = Sinks.many().replay().latest();
        private int watchers;
        private long version = -1;

        private void tell(int campaign, long now) {
            if (now > version) {
                version = now;
                changes.tryEmitNext(new Change(campaign, now)).orThrow();
            }
        }
    }

    void start() {
        running.add(wire.heard().publishOn(thread).subscribe(this::tell));
        running.add(Flux.interval(Duration.ZERO, pollEvery, thread)
                .onBackpressureDrop()
                .concatMap(_ -> poll(), 1)
                .subscribe());
    }

    /** Ends what runs; who still listens hears no more. */
    void stop() {
        running.dispose();
        wire.close();
        thread.dispose();
    }

    @Override
    public Flux<Change> of(int campaign) {
        return Flux.using(
                () -> watch(campaign), watch -> watch.changes.asFlux().onBackpressureLatest(), _ -> unwatch(campaign));
    }

    private Watch watch(int campaign) {
        Watch watch = get(watches.compute(campaign, (_, known) -> {
            Watch w = known == null ? new Watch() : known;
            w.watchers++;
            return w;
        }));
        ask(List.of(campaign)).subscribe();
        return watch;
    }

    private void unwatch(int campaign) {
        watches.computeIfPresent(campaign, (_, watch) -> --watch.watchers == 0 ? null : watch);
    }

    @Override
    public Flux<Change> all() {
        return Flux.using(
                () -> {
                    watchersOfAll.incrementAndGet();
                    askAll().subscribe();
                    return new HashMap<Integer, Long>();
                },
                told -> anything.asFlux().onBackpressureLatest().concatMapIterable(_ -> news(told), 1),
                _ -> watchersOfAll.decrementAndGet());
    }

    /** What a listener to all was not told yet. */
    private List<Change> news(Map<Integer, Long> told) {
        List<Change> news = new ArrayList<>();
        latest.forEach((campaign, version) -> {
            if (!version.equals(told.put(campaign, version))) {
                news.add(new Change(campaign, version));
            }
        });
        return news;
    }

    @Override
    public Flux<Instant> beats() {
        return beats.asFlux().onBackpressureLatest();
    }

    @Override
    public void committed(Map<Integer, Long> versions) {
        if (versions.isEmpty()) {
            return;
        }
        wire.ring(versions);
        synchronized (committed) {
            boolean idle = committed.isEmpty();
            versions.forEach((campaign, version) -> committed.merge(campaign, version, Math::max));
            if (idle && !thread.isDisposed()) {
                thread.schedule(this::tellCommitted);
            }
        }
    }

    private void tellCommitted() {
        Map<Integer, Long> now;
        synchronized (committed) {
            now = Map.copyOf(committed);
            committed.clear();
        }
        tell(now);
    }

    private void tell(Map<Integer, Long> versions) {
        boolean news = false;
        for (Map.Entry<Integer, Long> entry : versions.entrySet()) {
            int campaign = entry.getKey();
            long version = entry.getValue();
            Long before = latest.get(campaign);
            if (before == null || before < version) {
                latest.put(campaign, version);
                news = true;
            }
            Watch watch = watches.get(campaign);
            if (watch != null) {
                watch.tell(campaign, Math.max(version, before == null ? version : before));
            }
        }
        if (news) {
            anything.tryEmitNext(true).orThrow();
        }
    }

    private Mono<Void> poll() {
        Instant sent = clock.instant();
        Mono<Boolean> asked = watchersOfAll.get() > 0 ? askAll() : ask(List.copyOf(watches.keySet()));
        return asked.doOnNext(_ -> beats.tryEmitNext(sent).orThrow()).then();
    }

    private Mono<Boolean> askAll() {
        return told(database.sql("select campaign_id, version from campaign_head"));
    }

    private Mono<Boolean> ask(List<Integer> campaigns) {
        return told(database.sql("select campaign_id, version from campaign_head where campaign_id = any($1)")
                .bind("$1", campaigns.toArray(Integer[]::new)));
    }

    /** Tells what the database answers; empty when it does not. */
    private Mono<Boolean> told(DatabaseClient.GenericExecuteSpec question) {
        return question.map(row -> Map.entry(get(row.get(0, Integer.class)), get(row.get(1, Long.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .timeout(PATIENCE)
                .publishOn(thread)
                .doOnNext(this::tell)
                .thenReturn(true)
                .onErrorResume(failure -> {
                    LOG.debug("The versions could not be read: {}", Failure.code(failure));
                    return Mono.empty();
                });
    }
}
