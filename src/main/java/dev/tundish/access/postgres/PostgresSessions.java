package dev.tundish.access.postgres;

import dev.tundish.access.Audit;
import dev.tundish.access.Session;
import dev.tundish.access.Sessions;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sessions in the table {@code user_session}: what is over is deleted. */
final class PostgresSessions implements Sessions {

    /** A session that is not used for so long is over. */
    static final Duration UNUSED = Duration.ofDays(14);

    private static final String COLUMNS = "s.id, s.user_name, s.place, s.browser, s.began_at, s.used_at";

    /** What is over goes when its user signs in anew: nothing else has to look for it. */
    private static final String OPEN = """
            with over as (delete from user_session where user_name = $2 and expires_at <= $6)
            insert into user_session (id, user_name, hash, place, browser, began_at, used_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $6, $7)
            """;

    private static final String FIND = """
            update user_session s set used_at = $2, expires_at = $3
            from app_user u
            where s.hash = $1 and s.expires_at > $2 and u.name = s.user_name and u.state = 'active'
            returning
            """ + COLUMNS;

    private static final String STANDING = """
            select s.id, u.turn from user_session s join app_user u on u.name = s.user_name
            where s.id = any($1) and u.state = 'active'
            """;

    private static final String USED = """
            with used as (
                update user_session set used_at = $2, expires_at = $3 where id = any($1) returning user_name)
            update app_user set seen_at = $2 where name in (select user_name from used)
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Audit audit;
    private final News news;
    private final InstantSource clock;

    PostgresSessions(
            DatabaseClient database, TransactionalOperator transaction, Audit audit, News news, InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.audit = audit;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public Mono<Opened> open(String user, String place, String browser) {
        String secret = Secrets.make();
        var now = clock.instant();
        Session session = new Session(UUID.randomUUID(), user, place, browser, now, now);
        return database.sql(OPEN)
                .bind("$1", session.id())
                .bind("$2", user)
                .bind("$3", Secrets.hash(secret))
                .bind("$4", place)
                .bind("$5", browser)
                .bind("$6", now.atOffset(ZoneOffset.UTC))
                .bind("$7", now.plus(UNUSED).atOffset(ZoneOffset.UTC))
                .then()
                .then(audit.record(user, Audit.Kind.SIGN_INS, "Signed in from " + place + ", " + browser + "."))
                .then(seen(user))
                .as(transaction::transactional)
                .thenReturn(new Opened(session, secret));
    }

    private Mono<Void> seen(String user) {
        return database.sql("update app_user set seen_at = $2 where name = $1")
                .bind("$1", user)
                .bind("$2", now())
                .then();
    }

    @Override
    public Mono<Session> find(String secret) {
        return database.sql(FIND)
                .bind("$1", Secrets.hash(secret))
                .bind("$2", now())
                .bind("$3", now().plus(UNUSED))
                .map(PostgresSessions::session)
                .one();
    }

    @Override
    public Flux<Session> of(String user) {
        return database.sql("select " + COLUMNS + " from user_session s where s.user_name = $1 and s.expires_at > $2"
                        + " order by s.used_at desc, s.id")
                .bind("$1", user)
                .bind("$2", now())
                .map(PostgresSessions::session)
                .all();
    }

    @Override
    public Mono<Boolean> end(String user, UUID id) {
        return database.sql("delete from user_session where user_name = $1 and id = $2")
                .bind("$1", user)
                .bind("$2", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0)
                .doOnNext(_ -> news.ring());
    }

    @Override
    public Mono<Long> endAll(String user, @Nullable UUID but) {
        return delete(database, user, but).doOnNext(_ -> news.ring());
    }

    /** Ends them as part of something larger; the news is the caller's to tell when that is done. */
    static Mono<Long> delete(DatabaseClient database, String user, @Nullable UUID but) {
        var delete = database.sql("delete from user_session where user_name = $1 and id is distinct from $2")
                .bind("$1", user);
        return (but == null ? delete.bindNull("$2", UUID.class) : delete.bind("$2", but))
                .fetch()
                .rowsUpdated();
    }

    @Override
    public Mono<Map<UUID, Integer>> standing(Collection<UUID> ids) {
        return database.sql(STANDING)
                .bind("$1", ids.toArray(UUID[]::new))
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get(0, UUID.class)),
                        Objects.requireNonNull(row.get(1, Integer.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Void> used(Collection<UUID> ids) {
        return database.sql(USED)
                .bind("$1", ids.toArray(UUID[]::new))
                .bind("$2", now())
                .bind("$3", now().plus(UNUSED))
                .then();
    }

    @Override
    public Flux<Long> news() {
        return news.heard();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Session session(Readable row) {
        return new Session(
                Objects.requireNonNull(row.get(0, UUID.class)),
                Objects.requireNonNull(row.get(1, String.class)),
                Objects.requireNonNull(row.get(2, String.class)),
                Objects.requireNonNull(row.get(3, String.class)),
                Objects.requireNonNull(row.get(4, OffsetDateTime.class)).toInstant(),
                Objects.requireNonNull(row.get(5, OffsetDateTime.class)).toInstant());
    }
}
