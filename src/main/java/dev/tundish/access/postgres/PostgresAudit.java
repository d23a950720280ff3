package dev.tundish.access.postgres;

import dev.tundish.access.Audit;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Audit} in a table that refuses to be changed. */
final class PostgresAudit implements Audit {

    private static final String WHERE = """
             from audit_entry
            where ($1 = '%' or who ilike $1 or what ilike $1) and ($2 = '' or kind = $2)
                and at >= coalesce($3::timestamptz, '-infinity') and at < coalesce($4::timestamptz, 'infinity')
            """;

    private final DatabaseClient database;
    private final InstantSource clock;

    PostgresAudit(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Void> record(String who, Kind kind, String what) {
        return database.sql("insert into audit_entry (at, who, kind, what) values ($1, $2, $3, $4)")
                .bind("$1", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("$2", kept(who))
                .bind("$3", kind.code())
                .bind("$4", kept(what))
                .then();
    }

    @Override
    public Mono<Long> count(Question question) {
        return asked("select count(*)" + WHERE, question)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
    }

    @Override
    public Flux<Entry> find(Question question, long offset, int limit) {
        return asked("select at, who, kind, what" + WHERE + " order by at desc, id desc offset $5 limit $6", question)
                .bind("$5", offset)
                .bind("$6", limit)
                .map(PostgresAudit::entry)
                .all();
    }

    private DatabaseClient.GenericExecuteSpec asked(String sql, Question question) {
        var asked = database.sql(sql)
                .bind(
                        "$1",
                        "%" + literal(question.text().strip())
                                + (question.text().isBlank() ? "" : "%"))
                .bind("$2", question.kind() == null ? "" : question.kind().code());
        return bind(bind(asked, "$3", question.from()), "$4", question.until());
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec asked, String name, @Nullable Instant moment) {
        return moment == null
                ? asked.bindNull(name, OffsetDateTime.class)
                : asked.bind(name, moment.atOffset(ZoneOffset.UTC));
    }

    /** What PostgreSQL takes for a sign of a pattern stands for itself. */
    private static String literal(String text) {
        return kept(text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** What is said is kept, whatever somebody put into it: PostgreSQL has no sign for zero. */
    private static String kept(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private static Entry entry(Readable row) {
        return new Entry(
                Objects.requireNonNull(row.get(0, OffsetDateTime.class)).toInstant(),
                Objects.requireNonNull(row.get(1, String.class)),
                Kind.valueOf(Objects.requireNonNull(row.get(2, String.class)).toUpperCase(Locale.ROOT)),
                Objects.requireNonNull(row.get(3, String.class)));
    }
}
