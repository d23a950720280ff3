package dev.tundish.access.postgres;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tundish.access.ApiKey;
import dev.tundish.access.Keys;
import dev.tundish.access.PublicUse;
import dev.tundish.access.Scope;
import io.r2dbc.spi.Readable;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Keys in the table {@code api_key}, and the one of the environment, which is in no table. */
final class PostgresKeys implements Keys {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresKeys.class);

    /** A key revoked on another node is known here for so long at most. */
    private static final Duration REMEMBERED = Duration.ofSeconds(3);

    private static final Duration WATCH = Duration.ofSeconds(2);
    private static final int MOST = 10_000;
    private static final String COLUMNS =
            "id, name, prefix, scopes, campaigns, types, created_at, hash, origins, per_minute";

    private final DatabaseClient database;
    private final InstantSource clock;
    private final byte @Nullable [] environment;
    private final ApiKey environmentKey;
    private final Cache<String, Optional<ApiKey>> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();
    private final Cache<String, Set<String>> knownOrigins =
            Caffeine.newBuilder().maximumSize(1).expireAfterWrite(REMEMBERED).build();
    private final Sinks.Many<UUID> revokedHere = Sinks.many().multicast().directBestEffort();
    private final Flux<Set<UUID>> inForce;

    /** @param environment the key of the environment; blank: none */
    PostgresKeys(DatabaseClient database, InstantSource clock, String environment) {
        this.database = database;
        this.clock = clock;
        this.environment = environment.isBlank() ? null : KeyText.hash(environment.trim());
        this.environmentKey =
                new ApiKey(null, "TUNDISH_API_KEY", "", Set.of(Scope.values()), null, null, clock.instant());
        this.inForce = Flux.interval(WATCH)
                .onBackpressureDrop()
                .concatMap(tick -> idsInForce(), 1)
                .share();
    }

    @Override
    public Mono<ApiKey> authenticate(String secret) {
        byte[] hash = KeyText.hash(secret);
        if (environment != null && MessageDigest.isEqual(environment, hash)) {
            return Mono.just(environmentKey);
        }
        if (!KeyText.isWhole(secret)) {
            return Mono.empty();
        }
        String name = HexFormat.of().formatHex(hash);
        Optional<ApiKey> remembered = known.getIfPresent(name);
        if (remembered != null) {
            return Mono.justOrEmpty(remembered);
        }
        return database.sql("select " + COLUMNS + " from api_key where hash = $1 and revoked_at is null")
                .bind("$1", hash)
                .map(row -> MessageDigest.isEqual(hash, row.get(7, byte[].class))
                        ? Optional.of(key(row))
                        : Optional.<ApiKey>empty())
                .one()
                .defaultIfEmpty(Optional.empty())
                .doOnNext(found -> known.put(name, found))
                .flatMap(Mono::justOrEmpty);
    }

    @Override
    public Mono<Made> make(
            String name, Set<Scope> scopes, @Nullable Set<String> campaigns, @Nullable Set<String> types) {
        return keep(name, scopes, campaigns, types, null);
    }

    @Override
    public Mono<Made> makePublic(String name, Set<String> campaigns, PublicUse use) {
        return keep(name, Set.of(Scope.INGEST), campaigns, Set.of(PublicUse.TYPE), use)
                .doOnNext(made -> knownOrigins.invalidateAll());
    }

    private Mono<Made> keep(
            String name,
            Set<Scope> scopes,
            @Nullable Set<String> campaigns,
            @Nullable Set<String> types,
            @Nullable PublicUse use) {
        String secret = KeyText.make();
        ApiKey key = new ApiKey(
                UUID.randomUUID(),
                name,
                KeyText.prefix(secret),
                Set.copyOf(scopes),
                campaigns,
                types,
                clock.instant(),
                use);
        var insert = database.sql("""
                        insert into api_key
                            (id, name, prefix, hash, scopes, campaigns, types, created_at, origins, per_minute)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""")
                .bind("$1", Objects.requireNonNull(key.id()))
                .bind("$2", name)
                .bind("$3", key.prefix())
                .bind("$4", KeyText.hash(secret))
                .bind("$5", scopes.stream().map(Scope::code).sorted().toArray(String[]::new))
                .bind("$8", key.createdAt().atOffset(ZoneOffset.UTC));
        insert = bind(insert, "$6", campaigns);
        insert = bind(insert, "$7", types);
        insert = bind(insert, "$9", use == null ? null : use.origins());
        insert = use == null ? insert.bindNull("$10", Integer.class) : insert.bind("$10", use.perMinute());
        return insert.fetch().rowsUpdated().thenReturn(new Made(key, secret));
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, String name, @Nullable Set<String> values) {
        return values == null
                ? statement.bindNull(name, String[].class)
                : statement.bind(name, values.toArray(String[]::new));
    }

    @Override
    public Mono<Set<String>> origins() {
        Set<String> remembered = knownOrigins.getIfPresent("");
        if (remembered != null) {
            return Mono.just(remembered);
        }
        return database.sql("select distinct unnest(origins) from api_key where revoked_at is null")
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collect(Collectors.toUnmodifiableSet())
                .doOnNext(found -> knownOrigins.put("", found));
    }

    @Override
    public Flux<ApiKey> all() {
        return database.sql("select " + COLUMNS + " from api_key where revoked_at is null order by created_at desc, id")
                .map(PostgresKeys::key)
                .all();
    }

    @Override
    public Mono<Boolean> revoke(UUID id) {
        return database.sql("update api_key set revoked_at = $2 where id = $1 and revoked_at is null")
                .bind("$1", id)
                .bind("$2", clock.instant().atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0)
                .doOnNext(was -> {
                    known.invalidateAll();
                    knownOrigins.invalidateAll();
                    revokedHere.emitNext(id, Sinks.EmitFailureHandler.busyLooping(Duration.ofMillis(100)));
                });
    }

    @Override
    public Mono<Void> revoked(ApiKey key) {
        UUID id = key.id();
        if (id == null) {
            return Mono.never();
        }
        Flux<Boolean> here = revokedHere.asFlux().filter(id::equals).map(any -> true);
        Flux<Boolean> elsewhere = inForce.filter(ids -> !ids.contains(id)).map(any -> true);
        return Flux.merge(here, elsewhere).next().then();
    }

    /** Nothing while the database is away: nobody can revoke a key then. */
    private Mono<Set<UUID>> idsInForce() {
        return database.sql("select id from api_key where revoked_at is null")
                .map(row -> Objects.requireNonNull(row.get(0, UUID.class)))
                .all()
                .collect(Collectors.toUnmodifiableSet())
                .onErrorResume(away -> {
                    LOG.warn(
                            "Revoked keys cannot be looked up: {}",
                            away.getClass().getSimpleName());
                    return Mono.empty();
                });
    }

    private static ApiKey key(Readable row) {
        return new ApiKey(
                row.get(0, UUID.class),
                Objects.requireNonNull(row.get(1, String.class)),
                Objects.requireNonNull(row.get(2, String.class)),
                Arrays.stream(Objects.requireNonNull(row.get(3, String[].class)))
                        .map(code -> Scope.valueOf(code.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toUnmodifiableSet()),
                set(row.get(4, String[].class)),
                set(row.get(5, String[].class)),
                createdAt(row),
                publicUse(row));
    }

    private static @Nullable PublicUse publicUse(Readable row) {
        String[] origins = row.get(8, String[].class);
        return origins == null
                ? null
                : new PublicUse(Set.of(origins), Objects.requireNonNull(row.get(9, Integer.class)));
    }

    private static Instant createdAt(Readable row) {
        return Objects.requireNonNull(row.get(6, OffsetDateTime.class)).toInstant();
    }

    private static @Nullable Set<String> set(String @Nullable [] values) {
        return values == null ? null : Set.of(values);
    }
}
