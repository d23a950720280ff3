package dev.tundish.incoming.postgres;

import dev.tundish.access.ApiKey;
import dev.tundish.incoming.Heard;
import dev.tundish.incoming.Source;
import dev.tundish.incoming.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The sources: the keys and addresses in force, and others of which something was heard lately. */
final class SourceRows {

    private static final String ADDRESSES = """
            select id, name, revoked_at is null as in_force, mapping_version > 0 as mapped from inbound_address
            order by lower(name), id""";

    private static final String HEARD = """
            select kind, source_id, s.last_at, s.expected, s.expected_since, coalesce(m.accepted, 0) as accepted,
              coalesce(m.duplicates, 0) as duplicates, coalesce(m.refused, 0) as refused,
              coalesce(m.unsigned, 0) as unsigned
            from (select kind, source_id, last_at, expected, expected_since from incoming_source) s
            full join (
              select kind, source_id, sum(accepted)::bigint as accepted, sum(duplicates)::bigint as duplicates,
                sum(refused)::bigint as refused, sum(unsigned)::bigint as unsigned
              from incoming_minute where minute > $1 group by kind, source_id) m using (kind, source_id)""";

    record Named(Source source, String name, boolean inForce, boolean mapped) {}

    record Line(
            Heard day,
            @Nullable Instant lastAt,
            @Nullable Duration expected,
            @Nullable Instant expectedSince) {

        static final Line NONE = new Line(Heard.NOTHING, null, null, null);
    }

    private SourceRows() {}

    static Mono<List<Named>> addresses(DatabaseClient database) {
        return database.sql(ADDRESSES)
                .map(row -> new Named(
                        Source.address(Rows.get(row, "id", UUID.class)),
                        Rows.get(row, "name", String.class),
                        Rows.get(row, "in_force", Boolean.class),
                        Rows.get(row, "mapped", Boolean.class)))
                .all()
                .collectList();
    }

    static Mono<Map<Source, Line>> heard(DatabaseClient database, int sinceMinute) {
        return database.sql(HEARD)
                .bind("$1", sinceMinute)
                .map(row -> {
                    Long expected = row.get("expected", Long.class);
                    return Map.entry(
                            PostgresIncoming.source(row),
                            new Line(
                                    new Heard(
                                            Rows.get(row, "accepted", Long.class),
                                            Rows.get(row, "duplicates", Long.class),
                                            Rows.get(row, "refused", Long.class),
                                            Rows.get(row, "unsigned", Long.class)),
                                    row.get("last_at", Instant.class),
                                    expected == null ? null : Duration.ofSeconds(expected),
                                    row.get("expected_since", Instant.class)));
                })
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Addresses first, then keys; what is revoked only while there is something to say of it. */
    static List<SourceState> states(List<ApiKey> keys, List<Named> addresses, Map<Source, Line> heard) {
        Map<Source, Line> left = new HashMap<>(heard);
        List<SourceState> states = new ArrayList<>();
        for (Named named : addresses) {
            Line line = left.remove(named.source());
            if (named.inForce() || line != null && line.day().all() > 0) {
                states.add(state(named, line));
            }
        }
        for (ApiKey key : keys) {
            Source source = Source.key(key.id());
            states.add(state(new Named(source, key.name(), true, true), left.remove(source)));
        }
        left.forEach((source, line) -> {
            if (source.kind() == Source.Kind.KEY
                    && (source.isEnvironment() || line.day().all() > 0)) {
                String name = source.isEnvironment() ? "The key of the environment" : "A revoked key";
                states.add(state(new Named(source, name, source.isEnvironment(), true), line));
            }
        });
        return states;
    }

    private static SourceState state(Named named, @Nullable Line line) {
        Line known = line == null ? Line.NONE : line;
        return new SourceState(
                named.source(),
                named.name(),
                named.inForce(),
                named.mapped(),
                known.day(),
                known.lastAt(),
                known.expected(),
                known.expectedSince());
    }
}
