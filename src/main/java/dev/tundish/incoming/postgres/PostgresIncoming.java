package dev.tundish.incoming.postgres;

import dev.tundish.access.Keys;
import dev.tundish.access.Scope;
import dev.tundish.incoming.Group;
import dev.tundish.incoming.Heard;
import dev.tundish.incoming.Incoming;
import dev.tundish.incoming.Kept;
import dev.tundish.incoming.Picture;
import dev.tundish.incoming.Refused;
import dev.tundish.incoming.Source;
import dev.tundish.incoming.SourceState;
import dev.tundish.incoming.Way;
import dev.tundish.journal.RejectCode;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Incoming} from the tables {@code incoming_*}. */
final class PostgresIncoming implements Incoming {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresIncoming.class);

    private static final String KEPT =
            "select id, kind, source_id, at, way, body, code, detail, campaign from incoming_refused ";

    private static final String GROUPS = """
            with grouped as (
              select kind, source_id, code, detail, campaign, count(*) as count,
                (array_agg(id order by at desc, id))[1] as sample
              from incoming_refused group by kind, source_id, code, detail, campaign)
            select r.id, r.kind, r.source_id, r.at, r.way, r.body, r.code, r.detail, r.campaign, g.count
            from grouped g join incoming_refused r on r.id = g.sample
            order by r.at desc, r.id limit $1""";

    private static final String MINUTES = """
            select minute, kind, source_id, accepted, duplicates, refused, unsigned from incoming_minute
            where minute > $1 order by minute desc, kind, source_id limit $2""";

    private static final String ALIKE = KEPT + """
            where kind = $1 and source_id = $2 and code = $3 and detail = $4 and campaign is not distinct from $5
            order by at, id limit $6""";

    private static final String EXPECT = """
            insert into incoming_source (kind, source_id, expected, expected_since) values ($1, $2, $3, $4)
            on conflict (kind, source_id) do update set
              expected = excluded.expected, expected_since = excluded.expected_since""";

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int DAY = 24 * 60;

    /** So many are tried again at one click. */
    private static final int ALIKE_AT_ONCE = 2_000;

    private final DatabaseClient database;
    private final Keys keys;
    private final InstantSource clock;
    private final Flux<Picture> watched;

    PostgresIncoming(DatabaseClient database, Keys keys, InstantSource clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
        this.watched = Flux.interval(Duration.ZERO, TICK)
                .onBackpressureDrop()
                .concatMap(_ -> picture().onErrorResume(PostgresIncoming::away), 1)
                .distinctUntilChanged(PostgresIncoming::seen)
                .replay(1)
                .refCount(1, GRACE);
    }

    private static Mono<Picture> away(Throwable failure) {
        LOG.warn("What arrives cannot be looked at: {}", failure.getClass().getSimpleName());
        return Mono.empty();
    }

    /** What of a picture people see. */
    private static List<Object> seen(Picture picture) {
        List<Instant> silent = picture.sources().stream()
                .map(source -> Objects.requireNonNullElse(source.silentSince(picture.at()), Instant.MAX))
                .toList();
        return List.of(picture.sources(), picture.groups(), picture.minutes(), silent);
    }

    @Override
    public Flux<Picture> watch() {
        return watched;
    }

    @Override
    public Mono<Picture> picture() {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            return Mono.zip(sources(now), groups(), minutes(now))
                    .map(all -> new Picture(now, all.getT1(), all.getT2(), all.getT3()));
        });
    }

    private Mono<List<SourceState>> sources(Instant now) {
        return Mono.zip(
                        keys.all().collectList(),
                        SourceRows.addresses(database),
                        SourceRows.heard(database, minute(now) - DAY))
                .map(all -> SourceRows.states(
                        all.getT1().stream()
                                .filter(key -> key.scopes().contains(Scope.INGEST))
                                .toList(),
                        all.getT2(),
                        all.getT3()));
    }

    private Mono<List<Group>> groups() {
        return database.sql(GROUPS)
                .bind("$1", Picture.GROUPS)
                .map(row -> {
                    Kept sample = read(row);
                    return new Group(
                            sample.refused().source(),
                            Rows.get(row, "code", String.class),
                            sample.refused().detail(),
                            sample.refused().campaign(),
                            Rows.get(row, "count", Long.class),
                            sample.refused().at(),
                            sample);
                })
                .all()
                .collectList();
    }

    private Mono<List<Picture.Minute>> minutes(Instant now) {
        return database.sql(MINUTES)
                .bind("$1", minute(now) - DAY)
                .bind("$2", Picture.MINUTES)
                .map(row -> new Picture.Minute(
                        Instant.ofEpochSecond(60L * Rows.get(row, "minute", Integer.class)),
                        source(row),
                        new Heard(
                                Rows.get(row, "accepted", Long.class),
                                Rows.get(row, "duplicates", Long.class),
                                Rows.get(row, "refused", Long.class),
                                Rows.get(row, "unsigned", Long.class))))
                .all()
                .collectList();
    }

    @Override
    public Flux<Kept> kept(List<UUID> ids) {
        return database.sql(KEPT + "where id = any($1) order by at, id")
                .bind("$1", ids.toArray(UUID[]::new))
                .map(PostgresIncoming::read)
                .all();
    }

    @Override
    public Flux<Kept> alike(Group group) {
        var statement = database.sql(ALIKE)
                .bind("$1", group.source().kind().code())
                .bind("$2", group.source().id())
                .bind("$3", group.code())
                .bind("$4", group.detail())
                .bind("$6", ALIKE_AT_ONCE);
        // read as a whole: what is tried again is changed meanwhile
        return Rows.bind(statement, "$5", group.campaign(), String.class)
                .map(PostgresIncoming::read)
                .all()
                .collectList()
                .flatMapIterable(all -> all);
    }

    @Override
    public Mono<Void> done(List<UUID> ids) {
        return database.sql("delete from incoming_refused where id = any($1)")
                .bind("$1", ids.toArray(UUID[]::new))
                .then();
    }

    @Override
    public Mono<Void> still(UUID id, String code, String detail, @Nullable String campaign) {
        return Mono.defer(() -> {
            var statement = database.sql("""
                            update incoming_refused set code = $2, detail = $3, campaign = $4, tried_at = $5
                            where id = $1""")
                    .bind("$1", id)
                    .bind("$2", code)
                    .bind("$3", detail)
                    .bind("$5", now());
            return Rows.bind(statement, "$4", campaign, String.class).then();
        });
    }

    @Override
    public Mono<Void> expect(Source source, @Nullable Duration every) {
        return Mono.defer(() -> {
            var statement = database.sql(EXPECT)
                    .bind("$1", source.kind().code())
                    .bind("$2", source.id())
                    .bind("$4", now());
            return Rows.bind(statement, "$3", every == null ? null : every.toSeconds(), Long.class)
                    .then();
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static int minute(Instant at) {
        return Math.toIntExact(at.getEpochSecond() / 60);
    }

    static Source source(Readable row) {
        return new Source(Source.Kind.of(Rows.get(row, "kind", String.class)), Rows.get(row, "source_id", UUID.class));
    }

    private static Kept read(Readable row) {
        return new Kept(
                Rows.get(row, "id", UUID.class),
                new Refused(
                        source(row),
                        Rows.get(row, "at", Instant.class),
                        Way.of(Rows.get(row, "way", String.class)),
                        Rows.get(row, "body", String.class),
                        RejectCode.valueOf(Rows.get(row, "code", String.class).toUpperCase(Locale.ROOT)),
                        Rows.get(row, "detail", String.class),
                        row.get("campaign", String.class)));
    }
}
