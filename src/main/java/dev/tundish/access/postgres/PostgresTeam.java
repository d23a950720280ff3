package dev.tundish.access.postgres;

import dev.tundish.access.Audit;
import dev.tundish.access.Member;
import dev.tundish.access.Role;
import dev.tundish.access.Team;
import dev.tundish.access.User;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Team} in the tables {@code app_user} and {@code user_link}, each wish in one transaction with what is written of it. */
final class PostgresTeam implements Team {

    static final Duration INVITATION = Duration.ofDays(7);
    static final Duration RESET = Duration.ofHours(24);

    private static final String ALL = """
            select u.name, u.role, u.state, u.seen_at, l.expires_at, u.subject is not null
            from app_user u left join user_link l on l.user_name = u.name and l.expires_at > $1
            order by lower(u.name), u.name
            """;

    /** Names that differ in capitals alone would be taken for one another. */
    private static final String INVITE = """
            insert into app_user (name, password_hash, role, state, created_at, changed_at)
            select $1, '', $2, 'invited', $3, $3 where not exists (select from app_user where lower(name) = lower($1))
            on conflict (name) do nothing
            """;

    private static final String LINK = """
            insert into user_link (user_name, hash, purpose, made_at, expires_at) values ($1, $2, $3, $4, $5)
            on conflict (user_name) do update
            set hash = excluded.hash, purpose = excluded.purpose, made_at = excluded.made_at, expires_at = excluded.expires_at
            """;

    /**
     * Whoever would take away an administrator holds all of them first, in one order: two who take away one another come
     * one after the other, and the second finds that there would be nobody left.
     */
    private static final String ADMINS = """
            select name from app_user where role = 'admin' and state = 'active' order by name for update
            """;

    private static final String GOOD =
            "select user_name, purpose, expires_at from user_link where hash = $1 and expires_at > $2";

    /** One statement uses the link up and sets the password: of two at once, one finds nothing. */
    private static final String CHOOSE = """
            with used as (delete from user_link where hash = $1 and expires_at > $2 returning user_name)
            update app_user u set password_hash = $3, must_change = false, state = 'active', changed_at = $2
            from used where u.name = used.user_name and u.state <> 'deactivated' returning u.name
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Audit audit;
    private final News news;
    private final InstantSource clock;

    PostgresTeam(
            DatabaseClient database, TransactionalOperator transaction, Audit audit, News news, InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.audit = audit;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public Flux<Member> all() {
        return database.sql(ALL)
                .bind("$1", time(clock.instant()))
                .map(PostgresTeam::member)
                .all();
    }

    @Override
    public Mono<Link> invite(String name, Role role, String by) {
        return database.sql(INVITE)
                .bind("$1", name)
                .bind("$2", role.code())
                .bind("$3", time(clock.instant()))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows > 0)
                .flatMap(_ -> makeLink(name, Purpose.INVITATION))
                .flatMap(link -> audit.record(by, Audit.Kind.USERS, "Invited " + name + " as " + role.code() + ".")
                        .thenReturn(link))
                .as(transaction::transactional);
    }

    @Override
    public Mono<Link> link(String name, String by) {
        return locked(name)
                .filter(member -> !member.provided())
                .flatMap(member -> switch (member.state()) {
                    case ACTIVE ->
                        makeLink(name, Purpose.RESET)
                                .flatMap(link -> written(by, "Made a link for " + name + " to choose a new password.")
                                        .thenReturn(link));
                    case INVITED ->
                        makeLink(name, Purpose.INVITATION)
                                .flatMap(link -> written(by, "Invited " + name + " again.")
                                        .thenReturn(link));
                    case DEACTIVATED ->
                        set("state", name, "invited")
                                .then(makeLink(name, Purpose.INVITATION))
                                .flatMap(link -> written(
                                                by,
                                                "Invited " + name + " back as "
                                                        + member.role().code() + ".")
                                        .thenReturn(link));
                })
                .as(transaction::transactional);
    }

    @Override
    public Mono<Done> changeRole(String name, Role role, String by) {
        return kept(
                name,
                role == Role.ADMIN,
                member -> member.role() == role
                        ? Mono.just(Done.DONE)
                        : set("role", name, role.code())
                                .then(written(
                                        by,
                                        "Changed " + name + " from "
                                                + member.role().code() + " to " + role.code() + "."))
                                .thenReturn(Done.DONE));
    }

    @Override
    public Mono<Done> deactivate(String name, String by) {
        return kept(
                name,
                false,
                member -> member.state() == User.State.DEACTIVATED
                        ? Mono.just(Done.DONE)
                        : set("state", name, "deactivated")
                                .then(set("password_hash", name, ""))
                                .then(database.sql("delete from user_link where user_name = $1")
                                        .bind("$1", name)
                                        .then())
                                .then(PostgresSessions.delete(database, name, null))
                                .then(written(by, "Deactivated " + name + "."))
                                .thenReturn(Done.DONE));
    }

    @Override
    public Mono<Done> readmit(String name, String by) {
        return kept(
                name,
                true,
                member -> !member.provided() || member.state() != User.State.DEACTIVATED
                        ? Mono.just(Done.DONE)
                        : set("state", name, "active")
                                .then(written(by, "Let " + name + " in again."))
                                .thenReturn(Done.DONE));
    }

    private interface Wish {
        Mono<Done> of(Member member);
    }

    /** Does it, unless it would leave no administrator. */
    private Mono<Done> kept(String name, boolean staysAdmin, Wish wish) {
        return database.sql(ADMINS)
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collectList()
                .flatMap(admins -> locked(name)
                        .flatMap(member -> !staysAdmin && admins.size() == 1 && admins.contains(name)
                                ? Mono.just(Done.LAST_ADMIN)
                                : wish.of(member))
                        .defaultIfEmpty(Done.NOT_THERE))
                .as(transaction::transactional)
                .doOnNext(_ -> news.ring());
    }

    @Override
    public Mono<Link> opened(String secret) {
        return database.sql(GOOD)
                .bind("$1", Secrets.hash(secret))
                .bind("$2", time(clock.instant()))
                .map(row -> new Link(
                        Objects.requireNonNull(row.get(0, String.class)),
                        Purpose.valueOf(
                                Objects.requireNonNull(row.get(1, String.class)).toUpperCase(Locale.ROOT)),
                        secret,
                        Objects.requireNonNull(row.get(2, OffsetDateTime.class)).toInstant()))
                .one();
    }

    @Override
    public Mono<String> choose(String secret, String passwordHash) {
        return database.sql(CHOOSE)
                .bind("$1", Secrets.hash(secret))
                .bind("$2", time(clock.instant()))
                .bind("$3", passwordHash)
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .one()
                .flatMap(name -> PostgresSessions.delete(database, name, null)
                        .then(written(name, "Chose a password by the link that was sent."))
                        .thenReturn(name))
                .as(transaction::transactional)
                .doOnNext(_ -> news.ring());
    }

    private Mono<Link> makeLink(String name, Purpose purpose) {
        Instant now = clock.instant();
        Instant until = now.plus(purpose == Purpose.INVITATION ? INVITATION : RESET);
        String secret = Secrets.make();
        return database.sql(LINK)
                .bind("$1", name)
                .bind("$2", Secrets.hash(secret))
                .bind("$3", purpose.name().toLowerCase(Locale.ROOT))
                .bind("$4", time(now))
                .bind("$5", time(until))
                .then()
                .thenReturn(new Link(name, purpose, secret, until));
    }

    private Mono<Member> locked(String name) {
        return database.sql(
                        "select name, role, state, seen_at, null::timestamptz, subject is not null from app_user where name = $1 for update")
                .bind("$1", name)
                .map(PostgresTeam::member)
                .one();
    }

    /** @param column one of this class's own words */
    private Mono<Void> set(String column, String name, String value) {
        return database.sql("update app_user set " + column + " = $2, turn = turn + 1, changed_at = $3 where name = $1")
                .bind("$1", name)
                .bind("$2", value)
                .bind("$3", time(clock.instant()))
                .then();
    }

    private Mono<Void> written(String by, String what) {
        return audit.record(by, Audit.Kind.USERS, what);
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Member member(Readable row) {
        return new Member(
                Objects.requireNonNull(row.get(0, String.class)),
                Role.of(Objects.requireNonNull(row.get(1, String.class))),
                PostgresUsers.state(Objects.requireNonNull(row.get(2, String.class))),
                moment(row.get(3, OffsetDateTime.class)),
                moment(row.get(4, OffsetDateTime.class)),
                Boolean.TRUE.equals(row.get(5, Boolean.class)));
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
