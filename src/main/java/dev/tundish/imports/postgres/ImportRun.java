package dev.tundish.imports.postgres;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.imports.Chunk;
import dev.tundish.imports.Import;
import dev.tundish.imports.Importer;
import dev.tundish.imports.Judged;
import dev.tundish.imports.Mapping;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Runs one import from where it stands, on the connection that holds its lock: piece by piece, each brought in first and
 * then told, with its refused rows, in one statement. When a node ends between the two, the piece is brought in again,
 * and all of it is known by then: it counts as such, and in the funnel nothing counts twice.
 */
final class ImportRun {

    private static final String BEGIN = """
            update import_job set state = 'running', started_at = coalesce(started_at, $2), touched_at = $2
            where id = $1 and state in ('waiting', 'running')
            returning next_chunk,""" + " " + ImportRows.COLUMNS;

    private static final String CHUNK = "select content from import_chunk where job_id = $1 and number = $2";

    private static final String TOLD = """
            with told as (
              update import_job set next_chunk = $2 + 1, rows_done = rows_done + $3 + $4 + cardinality($5::bigint[]),
                added = added + $3, known = known + $4, refused = refused + cardinality($5::bigint[]), touched_at = $8
              where id = $1 and next_chunk = $2 and state = 'running' returning id),
            kept as (
              insert into import_reject (job_id, row_no, chunk, code, detail)
              select told.id, r.row_no, $2, r.code, r.detail
              from told, unnest($5::bigint[], $6::text[], $7::text[]) as r (row_no, code, detail)
              on conflict do nothing)
            select count(*) from told""";

    private static final String DONE = """
            update import_job set state = 'done', finished_at = $2, touched_at = $2
            where id = $1 and state = 'running' and next_chunk >= chunks""";

    private final DatabaseClient database;
    private final Campaigns campaigns;
    private final Importer importer;
    private final Scheduler scheduler;
    private final BooleanSupplier stopping;
    private final Supplier<Instant> now;

    ImportRun(
            DatabaseClient database,
            Campaigns campaigns,
            Importer importer,
            Scheduler scheduler,
            BooleanSupplier stopping,
            Supplier<Instant> now) {
        this.database = database;
        this.campaigns = campaigns;
        this.importer = importer;
        this.scheduler = scheduler;
        this.stopping = stopping;
        this.now = now;
    }

    private record Task(Import job, int next) {}

    Mono<Void> run(long id) {
        return database.sql(BEGIN)
                .bind("$1", id)
                .bind("$2", now.get())
                .map(row -> new Task(ImportRows.read(row), ImportRows.get(row, "next_chunk", Integer.class)))
                .one()
                .flatMap(this::chunks);
    }

    private Mono<Void> chunks(Task task) {
        int chunks = Objects.requireNonNull(task.job().facts()).chunks();
        if (task.next() >= chunks) {
            return done(task.job().id());
        }
        return campaigns
                .find(task.job().campaign())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("the campaign of an import is not there")))
                .flatMap(campaign -> reactor.core.publisher.Flux.range(task.next(), chunks - task.next())
                        .concatMap(number -> chunk(task.job(), campaign, number), 1)
                        .takeWhile(told -> told)
                        .takeUntil(_ -> stopping.getAsBoolean())
                        .then(done(task.job().id())));
    }

    /** Whether to go on. */
    private Mono<Boolean> chunk(Import job, Campaign campaign, int number) {
        Mapping mapping = Objects.requireNonNull(job.mapping());
        return database.sql(CHUNK)
                .bind("$1", job.id())
                .bind("$2", number)
                .map(row -> ImportRows.bytes(ImportRows.get(row, "content", ByteBuffer.class)))
                .one()
                .publishOn(scheduler)
                .map(content -> ChunkJson.read(number, content))
                .flatMap(chunk -> take(chunk, campaign, mapping, job))
                .flatMap(result -> told(job.id(), number, result))
                .defaultIfEmpty(false); // removed meanwhile
    }

    private Mono<Importer.Result> take(Chunk chunk, Campaign campaign, Mapping mapping, Import job) {
        return importer.take(chunk, campaign, mapping, job.header());
    }

    private Mono<Boolean> told(long id, int number, Importer.Result result) {
        List<Judged.Refused> refused = result.refused();
        return database.sql(TOLD)
                .bind("$1", id)
                .bind("$2", number)
                .bind("$3", (long) result.added())
                .bind("$4", (long) result.known())
                .bind("$5", refused.stream().map(one -> one.row().number()).toArray(Long[]::new))
                .bind("$6", refused.stream().map(one -> one.code().code()).toArray(String[]::new))
                .bind("$7", refused.stream().map(Judged.Refused::detail).toArray(String[]::new))
                .bind("$8", now.get())
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)) > 0)
                .one();
    }

    private Mono<Void> done(long id) {
        return database.sql(DONE)
                .bind("$1", id)
                .bind("$2", now.get())
                .fetch()
                .rowsUpdated()
                .then();
    }
}
