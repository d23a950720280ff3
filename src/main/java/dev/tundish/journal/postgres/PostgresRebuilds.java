package dev.tundish.journal.postgres;

import static dev.tundish.journal.postgres.Session.get;

import dev.tundish.campaign.Campaigns;
import dev.tundish.journal.Rebuilds;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Readable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * {@link Rebuilds} in PostgreSQL. What is to be done stands in the table; whoever holds the campaign's advisory lock does
 * it, so that two nodes never fold the same campaign. Every node looks now and then for what nobody does: left over from
 * a node that ended, or from a database that was away.
 */
final class PostgresRebuilds implements Rebuilds, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PostgresRebuilds.class);

    /** With the campaign's number, the advisory lock of its rebuilds. */
    private static final int LOCK_SPACE = 0x72656275;

    private static final String COLUMNS =
            "id, campaign_id, state, leads_done, leads_total, problem, started_at, finished_at";

    private static final String START = """
            insert into rebuild (campaign_id, flow_version, state, started_at)
            values ($1, $2, 'waiting', $3) on conflict do nothing returning id
            """;

    private static final String UNDER_WAY =
            "select id from rebuild where campaign_id = $1 and state in ('waiting', 'folding')";

    private static final String UNFINISHED =
            "select id, campaign_id from rebuild where state in ('waiting', 'folding') order by id";

    private record Waiting(long id, int campaign) {}

    private final ConnectionFactory connections;
    private final Campaigns campaigns;
    private final Doorbell doorbell;
    private final Scheduler scheduler;
    private final InstantSource clock;
    private final Duration interval;
    private final Set<Integer> busy = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private volatile Disposable looking = Disposables.disposed();

    /** @param interval how often to look for what nobody does */
    PostgresRebuilds(
            ConnectionFactory connections,
            Campaigns campaigns,
            Doorbell doorbell,
            Scheduler scheduler,
            InstantSource clock,
            Duration interval) {
        this.connections = connections;
        this.campaigns = campaigns;
        this.doorbell = doorbell;
        this.scheduler = scheduler;
        this.clock = clock;
        this.interval = interval;
    }

    @Override
    public Mono<Long> start(int campaign) {
        String lock = "select flow_version from campaign_head where campaign_id = $1 for no key update";
        return with(session -> session.transaction(
                        session.begin(),
                        session.rows(lock, row -> get(row.get(0, Integer.class)), campaign)
                                .next()
                                .flatMap(flow -> session.rows(START, PostgresRebuilds::id, campaign, flow, now())
                                        .next()
                                        .switchIfEmpty(session.rows(UNDER_WAY, PostgresRebuilds::id, campaign)
                                                .next()))))
                .doOnNext(this::run);
    }

    @Override
    public void run(long rebuild) {
        Mono<Waiting> waiting = with(session -> session.rows(
                        UNFINISHED.replace("order", "and id = $1 order"), PostgresRebuilds::waiting, rebuild)
                .next());
        waiting.subscribe(this::setOff, PostgresRebuilds::report);
    }

    @Override
    public Mono<Progress> find(long rebuild) {
        return with(session -> session.rows(
                        "select " + COLUMNS + " from rebuild where id = $1", PostgresRebuilds::progress, rebuild)
                .next());
    }

    @Override
    public Mono<Progress> underWay(int campaign) {
        return with(session -> session.rows(
                        "select " + COLUMNS
                                + " from rebuild where campaign_id = $1 and state in ('waiting', 'folding')",
                        PostgresRebuilds::progress,
                        campaign)
                .next());
    }

    @Override
    public void start() {
        stopping = false;
        looking = Flux.interval(Duration.ZERO, interval)
                .onBackpressureDrop()
                .concatMap(_ -> look().onErrorResume(failure -> {
                    report(failure);
                    return Mono.empty();
                }))
                .subscribe();
    }

    @Override
    public void stop() {
        stopping = true;
        looking.dispose();
    }

    /** Leaves off between two chunks; what is unfinished is taken up anew by the next node that looks. */
    @Override
    public void stop(Runnable callback) {
        stop();
        Flux.interval(Duration.ZERO, Duration.ofMillis(20))
                .takeUntil(_ -> busy.isEmpty())
                .take(Duration.ofSeconds(3))
                .doFinally(_ -> callback.run())
                .subscribe();
    }

    @Override
    public boolean isRunning() {
        return !looking.isDisposed();
    }

    private Mono<Void> look() {
        return with(session -> session.rows(UNFINISHED, PostgresRebuilds::waiting)
                        .doOnNext(this::setOff)
                        .thenMany(session.rows(OldEpochs.FOUND, row -> get(row.get(0, Integer.class))))
                        .collectList())
                .flatMapIterable(leftOver -> leftOver)
                .filter(busy::add)
                .concatMap(campaign -> locked(campaign, session -> OldEpochs.delete(session, campaign))
                        .doFinally(_ -> busy.remove(campaign)))
                .then();
    }

    private void setOff(Waiting waiting) {
        if (stopping || !busy.add(waiting.campaign())) {
            return;
        }
        locked(waiting.campaign(), session -> rebuild(session, waiting))
                .onErrorResume(failure -> fail(waiting, failure))
                .doFinally(_ -> busy.remove(waiting.campaign()))
                .subscribe(_ -> {}, PostgresRebuilds::report);
    }

    private Mono<Void> rebuild(Session session, Waiting waiting) {
        return OldEpochs.delete(session, waiting.campaign())
                .then(Mono.defer(() -> session.rows(RebuildRun.BEGIN, RebuildRun::task, waiting.id())
                        .next()))
                .flatMap(task -> campaigns
                        .rules(task.campaign(), task.flowVersion())
                        .flatMap(rules -> new RebuildRun(session, task, rules, scheduler, () -> stopping).run(now())))
                .doOnNext(version -> doorbell.committed(Map.of(waiting.campaign(), version)))
                .flatMap(_ -> OldEpochs.delete(session, waiting.campaign()));
    }

    /** What will pass is left to the next look; what will not is the end of the rebuild, and the campaign stays as it is. */
    private Mono<Void> fail(Waiting waiting, Throwable failure) {
        if (passes(failure)) {
            return Mono.error(failure);
        }
        // Where, but not the message: it may quote an event.
        StackTraceElement[] trace = failure.getStackTrace();
        log.error(
                "Rebuild {} failed: {} at {}", waiting.id(), Failure.code(failure), trace.length == 0 ? "?" : trace[0]);
        String sql = "update rebuild set state = 'failed', problem = $2, finished_at = $3"
                + " where id = $1 and state in ('waiting', 'folding')";
        String problem = "The log could not be folded (" + Failure.code(failure) + "). The campaign is as it was.";
        return with(session -> session.run(sql, waiting.id(), problem, now())).then();
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof IOException
                || failure instanceof R2dbcException
                        && Failure.of(failure) != Failure.REFUSED
                        && !Failure.code(failure).startsWith("42");
    }

    private static void report(Throwable failure) {
        log.warn("A rebuild waits, the database was away or busy: {}", Failure.code(failure));
    }

    /** Does the work while holding the lock of the campaign's rebuilds; nothing, when another node holds it. */
    private Mono<Void> locked(int campaign, Function<Session, Mono<Void>> work) {
        return with(session -> session.rows(
                        "select pg_try_advisory_lock($1, $2)",
                        row -> get(row.get(0, Boolean.class)),
                        LOCK_SPACE,
                        campaign)
                .single()
                .filter(got -> got)
                .flatMap(_ -> Mono.usingWhen(
                        Mono.just(session),
                        work,
                        held -> unlock(held, campaign),
                        // A lost connection has lost the lock too; what is told is how it was lost.
                        (held, failure) -> unlock(held, campaign).onErrorResume(failed -> {
                            failure.addSuppressed(failed);
                            return Mono.empty();
                        }),
                        held -> unlock(held, campaign))));
    }

    private static Mono<Long> unlock(Session session, int campaign) {
        return session.run("select pg_advisory_unlock($1, $2)", LOCK_SPACE, campaign);
    }

    private <T> Mono<T> with(Function<Session, Mono<T>> work) {
        return Mono.usingWhen(Mono.from(connections.create()).map(Session::new), work, Session::close);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Long id(Readable row) {
        return get(row.get(0, Long.class));
    }

    private static Waiting waiting(Readable row) {
        return new Waiting(get(row.get(0, Long.class)), get(row.get(1, Integer.class)));
    }

    private static Progress progress(Readable row) {
        return new Progress(
                get(row.get(0, Long.class)),
                get(row.get(1, Integer.class)),
                get(row.get(2, String.class)),
                get(row.get(3, Integer.class)),
                get(row.get(4, Integer.class)),
                row.get(5, String.class),
                get(row.get(6, Instant.class)),
                row.get(7, Instant.class));
    }
}
