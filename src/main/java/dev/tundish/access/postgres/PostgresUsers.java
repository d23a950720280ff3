package dev.tundish.access.postgres;

import dev.tundish.access.Audit;
import dev.tundish.access.Role;
import dev.tundish.access.User;
import dev.tundish.access.Users;
import io.r2dbc.spi.Readable;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Users in the table {@code app_user}. */
final class PostgresUsers implements Users {

    private static final String COLUMNS = "name, password_hash, role, must_change, state, turn";

    private static final String ARRIVE_FIRST = """
            insert into app_user (name, password_hash, role, subject, created_at, changed_at)
            select $2, '', $3, $1, $4, $4
            where not exists (select from app_user where subject = $1 or lower(name) = lower($2))
            on conflict do nothing
            """;

    /** What the provider says holds; whoever was shut out here stays out. */
    private static final String ARRIVE = """
            update app_user set role = $2, turn = turn + (role <> $2)::int,
                state = case state when 'invited' then 'active' else state end
            where subject = $1 returning
            """ + COLUMNS;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Audit audit;
    private final News news;
    private final InstantSource clock;

    PostgresUsers(
            DatabaseClient database, TransactionalOperator transaction, Audit audit, News news, InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.audit = audit;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public Mono<User> find(String name) {
        if (name.indexOf('\0') >= 0) {
            return Mono.empty();
        }
        return database.sql("select " + COLUMNS + " from app_user where name = $1")
                .bind("$1", name)
                .map(PostgresUsers::user)
                .one();
    }

    @Override
    public Mono<Boolean> add(User user) {
        return database.sql("""
                        insert into app_user (name, password_hash, role, must_change, created_at, changed_at)
                        values ($1, $2, $3, $4, $5, $5) on conflict (name) do nothing""")
                .bind("$1", user.name())
                .bind("$2", user.passwordHash())
                .bind("$3", user.role().code())
                .bind("$4", user.mustChange())
                .bind("$5", clock.instant().atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<Boolean> changePassword(String name, String passwordHash, boolean mustChange, @Nullable UUID stays) {
        return database.sql("update app_user set password_hash = $2, must_change = $3, changed_at = $4 where name = $1")
                .bind("$1", name)
                .bind("$2", passwordHash)
                .bind("$3", mustChange)
                .bind("$4", clock.instant().atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows > 0)
                .flatMap(_ -> PostgresSessions.delete(database, name, stays)
                        .then(audit.record(name, Audit.Kind.USERS, "Has a new password."))
                        .thenReturn(true))
                .as(transaction::transactional)
                .doOnNext(_ -> news.ring())
                .defaultIfEmpty(false);
    }

    @Override
    public Mono<User> arrive(String subject, String name, Role role) {
        Mono<User> known = database.sql("select " + COLUMNS + " from app_user where subject = $1 for update")
                .bind("$1", subject)
                .map(PostgresUsers::user)
                .one();
        Mono<Long> first = database.sql(ARRIVE_FIRST)
                .bind("$1", subject)
                .bind("$2", name)
                .bind("$3", role.code())
                .bind("$4", clock.instant().atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows > 0)
                .flatMap(rows -> audit.record(
                                name,
                                Audit.Kind.USERS,
                                "Came through the identity provider for the first time, as " + role.code() + ".")
                        .thenReturn(rows));
        return known.flatMap(user -> user.role() == role
                        ? Mono.just(1L)
                        : audit.record(
                                        user.name(),
                                        Audit.Kind.USERS,
                                        "Is " + role.code() + " and no longer "
                                                + user.role().code() + ", says the identity provider.")
                                .thenReturn(1L))
                .switchIfEmpty(first)
                .flatMap(_ -> database.sql(ARRIVE)
                        .bind("$1", subject)
                        .bind("$2", role.code())
                        .map(PostgresUsers::user)
                        .one())
                .as(transaction::transactional)
                .doOnNext(_ -> news.ring());
    }

    @Override
    public Mono<String> staySecret() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return database.sql("insert into secret (name, value) values ('stay', $1) on conflict (name) do nothing")
                .bind("$1", HexFormat.of().formatHex(random))
                .then()
                .then(database.sql("select value from secret where name = 'stay'")
                        .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                        .one());
    }

    private static User user(Readable row) {
        return new User(
                Objects.requireNonNull(row.get(0, String.class)),
                Objects.requireNonNull(row.get(1, String.class)),
                Role.of(Objects.requireNonNull(row.get(2, String.class))),
                Boolean.TRUE.equals(row.get(3, Boolean.class)),
                state(Objects.requireNonNull(row.get(4, String.class))),
                Objects.requireNonNull(row.get(5, Integer.class)));
    }

    static User.State state(String code) {
        return User.State.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
