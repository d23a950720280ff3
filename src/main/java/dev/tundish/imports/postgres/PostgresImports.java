package dev.tundish.imports.postgres;

import dev.tundish.imports.Chunk;
import dev.tundish.imports.FileFacts;
import dev.tundish.imports.Import;
import dev.tundish.imports.Imports;
import dev.tundish.imports.Mapping;
import dev.tundish.imports.RefusedRow;
import dev.tundish.imports.Row;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Imports} in PostgreSQL; {@link ImportRunner} runs them. */
final class PostgresImports implements Imports {

    private static final String IMPORT = "select " + ImportRows.COLUMNS + " from import_job ";

    private static final String BEGIN = """
            insert into import_job (campaign_id, file, header, state, created_by, created_at, touched_at)
            values ($1, $2, $3::jsonb, 'receiving', $4, $5, $5) returning id""";

    private static final String KEEP = """
            with touched as (update import_job set touched_at = $4 where id = $1 and state = 'receiving' returning id)
            insert into import_chunk (job_id, number, content) select id, $2, $3 from touched""";

    private static final String RECEIVED = """
            update import_job set state = 'mapping', digest = $2, bytes = $3, letters = $4, separator = $5,
              row_count = $6, chunks = $7, touched_at = $8
            where id = $1 and state = 'receiving'""";

    private static final String REMEMBERED = """
            select mapping::text from import_job
            where header = $2::jsonb and mapping is not null and started_at is not null
            order by campaign_id = $1 desc, id desc limit 1""";

    private static final String START = """
            update import_job set state = 'waiting', finished_at = null, touched_at = $2
            where id = $1 and mapping is not null and not file_gone and state in ('mapping', 'stopped', 'failed')""";

    private static final String STOP = """
            update import_job set state = 'stopped', finished_at = $2, touched_at = $2
            where id = $1 and state in ('waiting', 'running')""";

    private static final String NEXT_REFUSED = """
            select number, content from import_chunk
            where job_id = $1 and number = (select min(chunk) from import_reject where job_id = $1 and chunk >= $2)""";

    private static final Duration TICK = Duration.ofMillis(400);
    private static final int SLOWLY = 8;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int LISTED = 50;

    private final DatabaseClient database;
    private final InstantSource clock;
    private final Runnable startedOne;
    private final Map<Long, Flux<Import>> watched = new ConcurrentHashMap<>();
    private final Flux<List<Import>> recent;

    /** @param startedOne is told that there is something to run */
    PostgresImports(DatabaseClient database, InstantSource clock, Runnable startedOne) {
        this.database = database;
        this.clock = clock;
        this.startedOne = startedOne;
        this.recent = watchingRecent();
    }

    @Override
    public Mono<Long> begin(int campaign, String file, List<String> header, String by) {
        return Mono.defer(() -> database.sql(BEGIN)
                .bind("$1", campaign)
                .bind("$2", file)
                .bind("$3", MappingJson.names(header))
                .bind("$4", by)
                .bind("$5", now())
                .map(row -> ImportRows.get(row, "id", Long.class))
                .one());
    }

    @Override
    public Mono<Void> keep(long id, Chunk chunk) {
        return Mono.defer(() -> one(database.sql(KEEP)
                        .bind("$1", id)
                        .bind("$2", chunk.number())
                        .bind("$3", ByteBuffer.wrap(ChunkJson.write(chunk)))
                        .bind("$4", now())))
                .flatMap(kept ->
                        kept ? Mono.empty() : Mono.error(new IllegalStateException("it was removed meanwhile")));
    }

    @Override
    public Mono<Void> received(long id, FileFacts facts) {
        return Mono.defer(() -> one(database.sql(RECEIVED)
                        .bind("$1", id)
                        .bind("$2", ByteBuffer.wrap(facts.digest()))
                        .bind("$3", facts.bytes())
                        .bind("$4", facts.letters().name().toLowerCase(Locale.ROOT))
                        .bind("$5", String.valueOf(facts.separator()))
                        .bind("$6", facts.rows())
                        .bind("$7", facts.chunks())
                        .bind("$8", now())))
                .then();
    }

    @Override
    public Mono<Import> find(long id) {
        return database.sql(IMPORT + "where id = $1")
                .bind("$1", id)
                .map(ImportRows::read)
                .one();
    }

    @Override
    public Flux<List<Import>> recent() {
        return recent;
    }

    private Flux<List<Import>> watchingRecent() {
        return Flux.interval(Duration.ZERO, SECOND)
                .onBackpressureDrop()
                .concatMap(_ -> database.sql(IMPORT + "where state <> 'receiving' order by id desc limit " + LISTED)
                        .map(ImportRows::read)
                        .all()
                        .collectList()
                        .onErrorResume(_ -> Mono.empty()))
                .distinctUntilChanged(
                        found -> found.stream().map(PostgresImports::seen).toList())
                .replay(1)
                .refCount(1, GRACE);
    }

    /** What people see of it, and changes. */
    private static List<?> seen(Import found) {
        return List.of(
                found.id(), found.state(), found.rowsDone(), found.fileGone(), Optional.ofNullable(found.mapping()));
    }

    @Override
    public Mono<List<Row>> firstRows(long id, int most) {
        return chunks(database.sql("select number, content from import_chunk where job_id = $1 order by number limit 1")
                        .bind("$1", id))
                .flatMapIterable(Chunk::rows)
                .take(most)
                .collectList();
    }

    @Override
    public Mono<Mapping> remembered(int campaign, List<String> header) {
        return database.sql(REMEMBERED)
                .bind("$1", campaign)
                .bind("$2", MappingJson.names(header))
                .map(row -> MappingJson.read(ImportRows.get(row, "mapping", String.class)))
                .one();
    }

    @Override
    public Mono<Boolean> map(long id, Mapping mapping) {
        return one(database.sql("update import_job set mapping = $2::jsonb where id = $1 and state = 'mapping'")
                .bind("$1", id)
                .bind("$2", MappingJson.write(mapping)));
    }

    @Override
    public Mono<Boolean> start(long id) {
        return Mono.defer(() -> one(database.sql(START).bind("$1", id).bind("$2", now())))
                .doOnNext(_ -> startedOne.run());
    }

    @Override
    public Mono<Boolean> stop(long id) {
        return Mono.defer(() -> one(database.sql(STOP).bind("$1", id).bind("$2", now())));
    }

    @Override
    public Mono<Boolean> delete(long id) {
        return one(database.sql("delete from import_job where id = $1").bind("$1", id));
    }

    @Override
    public Flux<Import> watch(long id) {
        return Flux.defer(() -> watched.computeIfAbsent(id, this::watching));
    }

    /** One question for all who look, more seldom while nothing happens; while the database is away there is no news. */
    private Flux<Import> watching(long id) {
        return Flux.defer(() -> {
                    List<Import> last = new ArrayList<>(1);
                    return Flux.interval(Duration.ZERO, TICK)
                            .onBackpressureDrop()
                            .filter(tick -> tick % SLOWLY == 0
                                    || last.isEmpty()
                                    || last.getFirst().state().isUnderWay())
                            .concatMap(_ -> find(id).map(Optional::of)
                                    .defaultIfEmpty(Optional.empty())
                                    .onErrorResume(_ -> Mono.empty()))
                            .takeWhile(Optional::isPresent)
                            .map(Optional::orElseThrow)
                            .doOnNext(found -> {
                                last.clear();
                                last.add(found);
                            })
                            .distinctUntilChanged(PostgresImports::seen);
                })
                .doFinally(_ -> watched.remove(id))
                .replay(1)
                .refCount(1, GRACE);
    }

    @Override
    public Mono<RefusedRow.Part> refused(long id, int fromChunk) {
        return chunks(database.sql(NEXT_REFUSED).bind("$1", id).bind("$2", fromChunk))
                .next()
                .flatMap(chunk -> reasons(id, chunk.number()).map(reasons -> part(chunk, reasons)));
    }

    private record Reason(String code, String detail) {}

    private Mono<Map<Long, Reason>> reasons(long id, int chunk) {
        return database.sql("select row_no, code, detail from import_reject where job_id = $1 and chunk = $2")
                .bind("$1", id)
                .bind("$2", chunk)
                .map(row -> Map.entry(
                        ImportRows.get(row, "row_no", Long.class),
                        new Reason(
                                ImportRows.get(row, "code", String.class),
                                ImportRows.get(row, "detail", String.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static RefusedRow.Part part(Chunk chunk, Map<Long, Reason> reasons) {
        List<RefusedRow> rows = new ArrayList<>();
        for (Row row : chunk.rows()) {
            Reason reason = reasons.get(row.number());
            if (reason != null) {
                rows.add(new RefusedRow(row, reason.code(), reason.detail()));
            }
        }
        return new RefusedRow.Part(chunk.number(), rows);
    }

    private static Flux<Chunk> chunks(DatabaseClient.GenericExecuteSpec statement) {
        return statement
                .map(row -> ChunkJson.read(
                        ImportRows.get(row, "number", Integer.class),
                        ImportRows.bytes(ImportRows.get(row, "content", ByteBuffer.class))))
                .all();
    }

    private static Mono<Boolean> one(DatabaseClient.GenericExecuteSpec statement) {
        return statement.fetch().rowsUpdated().map(rows -> rows > 0);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
