package dev.tundish.incoming.postgres;

import dev.tundish.incoming.Arrivals;
import dev.tundish.incoming.Heard;
import dev.tundish.incoming.Refused;
import dev.tundish.incoming.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Arrivals} in the tables {@code incoming_*}. Counts are lost when the process is killed: at most a second of them. */
final class PostgresArrivals implements Arrivals, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresArrivals.class);

    private static final String COUNT = """
            insert into incoming_minute (kind, source_id, minute, accepted, duplicates, refused, unsigned)
            select * from unnest($1::text[], $2::uuid[], $3::int[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[])
            on conflict (kind, source_id, minute) do update set
              accepted = incoming_minute.accepted + excluded.accepted,
              duplicates = incoming_minute.duplicates + excluded.duplicates,
              refused = incoming_minute.refused + excluded.refused,
              unsigned = incoming_minute.unsigned + excluded.unsigned""";

    private static final String LAST = """
            insert into incoming_source (kind, source_id, last_at)
            select kind, source_id, to_timestamp(millis / 1000.0)
            from unnest($1::text[], $2::uuid[], $3::bigint[]) as s (kind, source_id, millis)
            on conflict (kind, source_id) do update set
              last_at = greatest(incoming_source.last_at, excluded.last_at)""";

    private static final String KEEP = """
            insert into incoming_refused (id, kind, source_id, at, way, body, bytes, code, detail, campaign)
            select id, $2, $3, $4, way, body, bytes, code, detail, campaign
            from unnest($1::uuid[], $5::text[], $6::text[], $7::int[], $8::text[], $9::text[], $10::text[])
              as r (id, way, body, bytes, code, detail, campaign)""";

    private static final String OLD = "delete from incoming_refused where at < $1";

    private static final String OLD_COUNTS = "delete from incoming_minute where minute < $1";

    private static final String OLD_BODIES = "delete from inbound_body where at < $1";

    /** Of each source the last ones stay, by number and by bytes: the oldest of a flood go first. */
    private static final String TOO_MANY = """
            delete from incoming_refused where id in (
              select id from (
                select id, row_number() over recent as n, sum(bytes) over recent as bytes from incoming_refused
                window recent as (partition by kind, source_id order by at desc, id)) as each
              where n > $1 or bytes > $2)""";

    private static final Duration FLUSH = Duration.ofSeconds(1);
    private static final Duration TRIM = Duration.ofSeconds(30);
    private static final Duration TIDY = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration BODIES = Duration.ofDays(30);
    private static final int MOST = 2_000;
    private static final long MOST_BYTES = 32L << 20;

    /** So many of a source are kept in a minute, on a node. */
    private static final int A_MINUTE = 1_000;

    private final DatabaseClient database;
    private final InstantSource clock;
    private final Counting counting = new Counting();
    private final Map<Source, Budget> budgets = new ConcurrentHashMap<>();
    private volatile boolean kept;
    private volatile Disposable work = Disposables.disposed();

    private record Budget(long minute, int used) {}

    PostgresArrivals(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Void> note(Source source, Instant at, Heard heard, List<Refused> refused) {
        return Mono.defer(() -> {
            counting.add(source, at, heard);
            int room = refused.isEmpty() ? 0 : room(source, at, refused.size());
            return room == 0 ? Mono.empty() : keep(source, at, refused.subList(0, room));
        });
    }

    private int room(Source source, Instant at, int wanted) {
        long minute = at.getEpochSecond() / 60;
        int[] got = {0};
        budgets.compute(source, (_, before) -> {
            int used = before == null || before.minute() != minute ? 0 : before.used();
            got[0] = Math.min(wanted, A_MINUTE - used);
            return new Budget(minute, used + got[0]);
        });
        return got[0];
    }

    private Mono<Void> keep(Source source, Instant at, List<Refused> refused) {
        kept = true;
        return database.sql(KEEP)
                .bind("$1", refused.stream().map(_ -> UUID.randomUUID()).toArray(UUID[]::new))
                .bind("$2", source.kind().code())
                .bind("$3", source.id())
                .bind("$4", at.truncatedTo(ChronoUnit.MICROS))
                .bind("$5", texts(refused, one -> one.way().code()))
                .bind("$6", texts(refused, Refused::body))
                .bind(
                        "$7",
                        refused.stream()
                                .map(one -> one.body().getBytes(StandardCharsets.UTF_8).length)
                                .toArray(Integer[]::new))
                .bind("$8", texts(refused, one -> one.code().code()))
                .bind("$9", texts(refused, Refused::detail))
                .bind("$10", texts(refused, Refused::campaign))
                .then();
    }

    private static String[] texts(List<Refused> refused, Function<Refused, @Nullable String> part) {
        return refused.stream().map(part).toArray(String[]::new);
    }

    /** Writes down what was counted. */
    Mono<Void> flush() {
        return Mono.defer(() -> {
            Counting.Taken taken = counting.take();
            if (taken.counts().isEmpty()) {
                return Mono.empty();
            }
            return count(taken).then(last(taken)).doOnError(_ -> counting.putBack(taken));
        });
    }

    /** In one order on every node, so that none waits for the other's rows in a circle. */
    private Mono<Void> count(Counting.Taken taken) {
        List<Map.Entry<Counting.Key, Heard>> all = taken.counts().entrySet().stream()
                .sorted((a, b) -> order(a.getKey().source(), b.getKey().source()) != 0
                        ? order(a.getKey().source(), b.getKey().source())
                        : Integer.compare(a.getKey().minute(), b.getKey().minute()))
                .toList();
        return database.sql(COUNT)
                .bind(
                        "$1",
                        all.stream()
                                .map(each -> each.getKey().source().kind().code())
                                .toArray(String[]::new))
                .bind(
                        "$2",
                        all.stream().map(each -> each.getKey().source().id()).toArray(UUID[]::new))
                .bind("$3", all.stream().map(each -> each.getKey().minute()).toArray(Integer[]::new))
                .bind("$4", all.stream().map(each -> each.getValue().accepted()).toArray(Long[]::new))
                .bind(
                        "$5",
                        all.stream().map(each -> each.getValue().duplicates()).toArray(Long[]::new))
                .bind("$6", all.stream().map(each -> each.getValue().refused()).toArray(Long[]::new))
                .bind("$7", all.stream().map(each -> each.getValue().unsigned()).toArray(Long[]::new))
                .then();
    }

    /** A failure after the counts were written may count them twice: last comes last, and is no count. */
    private Mono<Void> last(Counting.Taken taken) {
        List<Map.Entry<Source, Instant>> all = taken.last().entrySet().stream()
                .sorted((a, b) -> order(a.getKey(), b.getKey()))
                .toList();
        return all.isEmpty()
                ? Mono.empty()
                : database.sql(LAST)
                        .bind(
                                "$1",
                                all.stream()
                                        .map(each -> each.getKey().kind().code())
                                        .toArray(String[]::new))
                        .bind("$2", all.stream().map(each -> each.getKey().id()).toArray(UUID[]::new))
                        .bind(
                                "$3",
                                all.stream()
                                        .map(each -> each.getValue().toEpochMilli())
                                        .toArray(Long[]::new))
                        .then();
    }

    private static int order(Source a, Source b) {
        int kinds = a.kind().compareTo(b.kind());
        return kinds != 0 ? kinds : a.id().compareTo(b.id());
    }

    private Mono<Void> trim() {
        return Mono.defer(() -> {
            if (!kept) {
                return Mono.empty();
            }
            kept = false;
            return database.sql(TOO_MANY)
                    .bind("$1", MOST)
                    .bind("$2", MOST_BYTES)
                    .then();
        });
    }

    private Mono<Void> tidy() {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            Instant week = now.minus(Duration.ofDays(DAYS));
            return database.sql(OLD)
                    .bind("$1", week)
                    .then()
                    .then(database.sql(OLD_COUNTS)
                            .bind("$1", Math.toIntExact(week.getEpochSecond() / 60))
                            .then())
                    .then(database.sql(OLD_BODIES).bind("$1", now.minus(BODIES)).then());
        });
    }

    @Override
    public void start() {
        work = Disposables.composite(every(FLUSH, flush()), every(TRIM, trim()), every(TIDY, tidy()));
    }

    private static Disposable every(Duration period, Mono<Void> task) {
        return Flux.interval(period)
                .onBackpressureDrop()
                .concatMap(_ -> task.onErrorResume(PostgresArrivals::report), 1)
                .subscribe();
    }

    private static Mono<Void> report(Throwable away) {
        LOG.warn(
                "What arrived cannot be written down just now: {}",
                away.getClass().getSimpleName());
        return Mono.empty();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public void stop(Runnable done) {
        work.dispose();
        flush().timeout(PATIENCE)
                .onErrorResume(PostgresArrivals::report)
                .doFinally(_ -> done.run())
                .subscribe();
    }

    @Override
    public boolean isRunning() {
        return !work.isDisposed();
    }
}
