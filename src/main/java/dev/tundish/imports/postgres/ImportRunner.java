package dev.tundish.imports.postgres;

import dev.tundish.campaign.Campaigns;
import dev.tundish.imports.Importer;
import dev.tundish.journal.DatabaseAway;
import dev.tundish.journal.LaneFull;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.r2dbc.connection.SingleConnectionFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Runs imports, one at a time on this node. What is to be done stands in the table; whoever holds an import's advisory
 * lock does it, so that two nodes never run the same one, and the lock goes with the node that ends. Every node looks now
 * and then for what nobody does.
 */
final class ImportRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

    /** With the import's number, the advisory lock of its run. */
    private static final int LOCK_SPACE = 0x696d7074;

    private static final String NEXT = """
            select id from import_job where state in ('waiting', 'running') order by id limit 50""";

    private static final String LOCK = "select pg_try_advisory_lock($1, $2)";

    private static final String UNLOCK = "select pg_advisory_unlock($1, $2)";

    private static final String FAILED = """
            update import_job set state = 'failed', finished_at = $2, touched_at = $2
            where id = $1 and state in ('waiting', 'running')""";

    /** What nobody finished within a day goes (it was cut off half-way), what nobody began within a week too. */
    private static final String ABANDONED = """
            delete from import_job
            where state = 'receiving' and touched_at < $1 - interval '1 day'
               or state = 'mapping' and touched_at < $1 - interval '7 days'""";

    /** The rows of files name people; they are not kept longer than they are of use. */
    private static final String OLD = """
            with old as (
              update import_job set file_gone = true
              where not file_gone and state in ('done', 'stopped', 'failed') and finished_at < $1 - interval '30 days'
              returning id),
            rejects as (delete from import_reject where job_id in (select id from old))
            delete from import_chunk where job_id in (select id from old)""";

    private static final Duration TIDY = Duration.ofHours(1);

    private final ConnectionFactory connections;
    private final DatabaseClient database;
    private final Campaigns campaigns;
    private final Importer importer;
    private final Scheduler scheduler;
    private final InstantSource clock;
    private final Duration interval;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean stopping;
    private volatile Disposable looking = Disposables.disposed();

    /** @param interval how often to look for what nobody does */
    ImportRunner(
            ConnectionFactory connections,
            DatabaseClient database,
            Campaigns campaigns,
            Importer importer,
            Scheduler scheduler,
            InstantSource clock,
            Duration interval) {
        this.connections = connections;
        this.database = database;
        this.campaigns = campaigns;
        this.importer = importer;
        this.scheduler = scheduler;
        this.clock = clock;
        this.interval = interval;
    }

    @Override
    public void start() {
        stopping = false;
        Flux<Long> looks = Flux.interval(Duration.ZERO, interval).onBackpressureDrop();
        Flux<Long> tidying = Flux.interval(Duration.ZERO, TIDY).onBackpressureDrop();
        looking = Disposables.composite(
                looks.subscribe(_ -> look()),
                tidying.concatMap(_ -> tidy().onErrorResume(failure -> {
                            report(failure);
                            return Mono.empty();
                        }))
                        .subscribe());
    }

    /** Looks for something to run, if nothing runs here. */
    void look() {
        if (!stopping && busy.compareAndSet(false, true)) {
            database.sql(NEXT)
                    .map(row -> ImportRows.get(row, "id", Long.class))
                    .all()
                    .collectList()
                    .flatMapIterable(found -> found)
                    .concatMap(
                            id -> stopping ? Mono.empty() : locked(id).onErrorResume(failure -> fail(id, failure)), 1)
                    .doFinally(_ -> busy.set(false))
                    .subscribe(_ -> {}, ImportRunner::report);
        }
    }

    @Override
    public void stop() {
        stopping = true;
        looking.dispose();
    }

    /** Leaves off between two pieces; what is unfinished goes on where a node starts or looks. */
    @Override
    public void stop(Runnable callback) {
        stop();
        Flux.interval(Duration.ZERO, Duration.ofMillis(20))
                .takeUntil(_ -> !busy.get())
                .take(Duration.ofSeconds(3))
                .doFinally(_ -> callback.run())
                .subscribe();
    }

    @Override
    public boolean isRunning() {
        return !looking.isDisposed();
    }

    /** Runs it while holding its lock; nothing, when another node does. */
    private Mono<Void> locked(long id) {
        return Mono.usingWhen(
                connections.create(),
                connection -> {
                    DatabaseClient held = DatabaseClient.create(
                            new SingleConnectionFactory(connection, connections.getMetadata(), true));
                    return lock(held, LOCK, id)
                            .filter(got -> got)
                            .flatMap(_ -> Mono.usingWhen(
                                    Mono.just(held),
                                    own -> new ImportRun(own, campaigns, importer, scheduler, () -> stopping, this::now)
                                            .run(id),
                                    unlocked -> lock(unlocked, UNLOCK, id),
                                    // a lost connection has lost the lock too; what is told is how it was lost
                                    (unlocked, failure) -> lock(unlocked, UNLOCK, id)
                                            .onErrorResume(failed -> {
                                                failure.addSuppressed(failed);
                                                return Mono.empty();
                                            }),
                                    unlocked -> lock(unlocked, UNLOCK, id)));
                },
                Connection::close);
    }

    private static Mono<Boolean> lock(DatabaseClient database, String sql, long id) {
        return database.sql(sql)
                .bind("$1", LOCK_SPACE)
                .bind("$2", Math.toIntExact(id))
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    /** What will pass is left to the next look; what will not is a fault of ours, and the import can go on once mended. */
    private Mono<Void> fail(long id, Throwable failure) {
        if (passes(failure)) {
            report(failure);
            return Mono.empty();
        }
        // Where, but not the message: it may quote a lead.
        StackTraceElement[] trace = failure.getStackTrace();
        LOG.error(
                "Import {} failed: {} at {}",
                id,
                failure.getClass().getSimpleName(),
                trace.length == 0 ? "?" : trace[0]);
        return database.sql(FAILED)
                .bind("$1", id)
                .bind("$2", now())
                .fetch()
                .rowsUpdated()
                .then();
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof IOException
                || failure instanceof LaneFull
                || failure instanceof DatabaseAway
                || failure instanceof R2dbcException
                || failure instanceof TransientDataAccessException
                || failure instanceof NonTransientDataAccessResourceException;
    }

    private Mono<Void> tidy() {
        return Mono.defer(() -> database.sql(ABANDONED).bind("$1", now()).then())
                .then(Mono.defer(() -> database.sql(OLD).bind("$1", now()).then()));
    }

    private static void report(Throwable failure) {
        LOG.warn(
                "An import waits, the database was away or busy: {}",
                failure.getClass().getSimpleName());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
