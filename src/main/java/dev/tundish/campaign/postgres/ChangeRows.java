package dev.tundish.campaign.postgres;

import static dev.tundish.campaign.postgres.CampaignRows.get;

import dev.tundish.campaign.CampaignChange;
import dev.tundish.campaign.CampaignChanges.Written;
import dev.tundish.campaign.DefinitionMarks;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes and reads the rows of {@code campaign_change}, inside the transaction of whoever calls. */
final class ChangeRows {

    /** Over {@code campaign_change c left join rebuild r}; a change that waited took hold when its rebuild was done. */
    static final String COLUMNS = "c.id, c.campaign_id, coalesce(r.finished_at, c.at), c.made_by, c.what, c.kind,"
            + " c.before, c.recorded_at, c.withdrawn, c.writer, c.revision";

    static final String FROM = " from campaign_change c left join rebuild r on r.id = c.rebuild_id"
            + " where c.campaign_id = $1 and (c.rebuild_id is null or r.state = 'done')";

    private static final String INSERT = """
            insert into campaign_change
                (campaign_id, at, made_by, what, kind, before, writer, recorded_at, rebuild_id)
            values ($1, $2, $3, $4, $5, $6, $3, $7, $8)
            """;

    private ChangeRows() {}

    /** A row of {@link #COLUMNS}. */
    static Written written(Readable row) {
        return new Written(change(row), get(row.get(8, Boolean.class)), get(row.get(9, String.class)));
    }

    static CampaignChange change(Readable row) {
        return new CampaignChange(
                get(row.get(0, Long.class)),
                get(row.get(1, Integer.class)),
                get(row.get(2, Instant.class)),
                get(row.get(3, String.class)),
                get(row.get(4, String.class)),
                CampaignChange.Kind.of(get(row.get(5, String.class))),
                row.get(6, String.class),
                get(row.get(7, Instant.class)));
    }

    /**
     * Writes down what the system saw change.
     *
     * @param rebuild the rebuild with which it takes hold, or null: at once
     */
    static Mono<Void> insert(
            DatabaseClient database,
            int campaign,
            List<DefinitionMarks.Mark> marks,
            String by,
            Instant now,
            @Nullable Long rebuild) {
        return Flux.fromIterable(marks)
                .concatMap(mark -> database.sql(INSERT)
                        .bind("$1", campaign)
                        .bind("$2", now)
                        .bind("$3", by)
                        .bind("$4", mark.what())
                        .bind("$5", mark.kind().code())
                        .bind("$6", Parameters.in(R2dbcType.VARCHAR, mark.before()))
                        .bind("$7", now)
                        .bind("$8", Parameters.in(R2dbcType.BIGINT, rebuild))
                        .then())
                .then();
    }

    /** Takes the campaign's head, as every write to a campaign does; empty when there is no such campaign. */
    static Mono<Integer> lockHead(DatabaseClient database, int campaign) {
        return database.sql("select campaign_id from campaign_head where campaign_id = $1 for no key update")
                .bind("$1", campaign)
                .map(row -> get(row.get(0, Integer.class)))
                .one();
    }

    /** Under the head's lock: whoever watches the campaign sees that there is something to ask for. No journey changes. */
    static Mono<Void> raise(DatabaseClient database, int campaign) {
        return database.sql("update campaign_head set version = version + 1 where campaign_id = $1")
                .bind("$1", campaign)
                .then();
    }
}
