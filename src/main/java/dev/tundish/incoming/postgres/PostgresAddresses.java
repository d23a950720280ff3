package dev.tundish.incoming.postgres;

import dev.tundish.incoming.Address;
import dev.tundish.incoming.Addresses;
import dev.tundish.incoming.Mapping;
import dev.tundish.incoming.Preset;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Addresses} in the tables {@code inbound_*}. */
final class PostgresAddresses implements Addresses {

    private static final String ADDRESS = """
            select a.id, a.name, a.prefix, a.preset, a.secret, a.redirect, a.mapping_version, a.created_by, a.created_at,
              a.revoked_at, m.mapping
            from inbound_address a
              left join inbound_mapping m on m.address_id = a.id and m.version = a.mapping_version""";

    private static final String MAKE = """
            insert into inbound_address (id, name, prefix, hash, preset, created_by, created_at)
            values ($1, $2, $3, $4, $5, $6, $7)""";

    private static final String CHANGE = """
            update inbound_address set name = $2, preset = $3, secret = $4, redirect = $5
            where id = $1 and revoked_at is null""";

    /** The row's lock makes two who save at once see each other. */
    private static final String MAP = """
            with next as (
              update inbound_address set mapping_version = mapping_version + 1
              where id = $1 and mapping_version = $2 and revoked_at is null
              returning id, mapping_version)
            insert into inbound_mapping (address_id, version, mapping, saved_by, saved_at)
            select id, mapping_version, $3, $4, $5 from next
            returning version""";

    private static final String REMEMBER = """
            insert into inbound_body (address_id, at, body)
            select $1, $2, body from unnest($3::text[]) with ordinality as b (body, n) order by n""";

    private static final String FORGET = """
            delete from inbound_body where address_id = $1 and id <= (
              select id from inbound_body where address_id = $1 order by id desc offset $2 limit 1)""";

    private final DatabaseClient database;
    private final InstantSource clock;

    PostgresAddresses(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Address> byToken(String token) {
        return AddressToken.isWhole(token)
                ? database.sql(ADDRESS + " where a.hash = $1 and a.revoked_at is null")
                        .bind("$1", AddressToken.hash(token))
                        .map(PostgresAddresses::address)
                        .one()
                : Mono.empty();
    }

    @Override
    public Mono<Address> find(UUID id) {
        return database.sql(ADDRESS + " where a.id = $1")
                .bind("$1", id)
                .map(PostgresAddresses::address)
                .one();
    }

    @Override
    public Flux<Address> all() {
        return database.sql(ADDRESS + " where a.revoked_at is null order by lower(a.name), a.id")
                .map(PostgresAddresses::address)
                .all();
    }

    @Override
    public Mono<Made> make(String name, String by) {
        return Mono.defer(() -> {
            String token = AddressToken.make();
            Address address = new Address(
                    UUID.randomUUID(),
                    name,
                    AddressToken.prefix(token),
                    Preset.NONE,
                    null,
                    null,
                    null,
                    0,
                    by,
                    now(),
                    null);
            return database.sql(MAKE)
                    .bind("$1", address.id())
                    .bind("$2", name)
                    .bind("$3", address.prefix())
                    .bind("$4", AddressToken.hash(token))
                    .bind("$5", address.preset().code())
                    .bind("$6", by)
                    .bind("$7", address.createdAt())
                    .fetch()
                    .rowsUpdated()
                    .thenReturn(new Made(address, token));
        });
    }

    @Override
    public Mono<Boolean> change(
            UUID id, String name, Preset preset, @Nullable String secret, @Nullable String redirect) {
        var change = database.sql(CHANGE).bind("$1", id).bind("$2", name).bind("$3", preset.code());
        change = Rows.bind(change, "$4", secret, String.class);
        return one(Rows.bind(change, "$5", redirect, String.class));
    }

    @Override
    public Mono<Boolean> revoke(UUID id) {
        return Mono.defer(() -> one(database.sql("""
                        update inbound_address set revoked_at = $2, secret = null
                        where id = $1 and revoked_at is null""").bind("$1", id).bind("$2", now())));
    }

    @Override
    public Mono<Integer> map(UUID id, int known, Mapping mapping, String by) {
        return Mono.defer(() -> database.sql(MAP)
                .bind("$1", id)
                .bind("$2", known)
                .bind("$3", MappingJson.write(mapping))
                .bind("$4", by)
                .bind("$5", now())
                .map(row -> Rows.get(row, "version", Integer.class))
                .one());
    }

    @Override
    public Mono<Void> remember(UUID id, Instant at, List<String> bodies) {
        List<String> last = bodies.subList(Math.max(0, bodies.size() - BODIES), bodies.size());
        return database.sql(REMEMBER)
                .bind("$1", id)
                .bind("$2", at.truncatedTo(ChronoUnit.MICROS))
                .bind("$3", last.toArray(String[]::new))
                .then()
                .then(database.sql(FORGET).bind("$1", id).bind("$2", BODIES).then());
    }

    @Override
    public Flux<Body> bodies(UUID id) {
        return database.sql("select id, at, body from inbound_body where address_id = $1 order by id desc limit $2")
                .bind("$1", id)
                .bind("$2", BODIES)
                .map(row -> new Body(
                        Rows.get(row, "id", Long.class),
                        Rows.get(row, "at", Instant.class),
                        Rows.get(row, "body", String.class)))
                .all();
    }

    private static Mono<Boolean> one(DatabaseClient.GenericExecuteSpec statement) {
        return statement.fetch().rowsUpdated().map(rows -> rows > 0);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Address address(Readable row) {
        String mapping = row.get("mapping", String.class);
        return new Address(
                Rows.get(row, "id", UUID.class),
                Rows.get(row, "name", String.class),
                Rows.get(row, "prefix", String.class),
                Preset.of(Rows.get(row, "preset", String.class)),
                row.get("secret", String.class),
                row.get("redirect", String.class),
                mapping == null ? null : MappingJson.read(mapping),
                Rows.get(row, "mapping_version", Integer.class),
                Rows.get(row, "created_by", String.class),
                Rows.get(row, "created_at", Instant.class),
                row.get("revoked_at", Instant.class));
    }
}
