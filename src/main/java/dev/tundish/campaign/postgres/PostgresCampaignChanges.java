package dev.tundish.campaign.postgres;

import static dev.tundish.campaign.postgres.CampaignRows.get;

import dev.tundish.campaign.CampaignChange;
import dev.tundish.campaign.CampaignChanges;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link CampaignChanges} in PostgreSQL: appended to under the campaign's head, as everything of a campaign is. */
final class PostgresCampaignChanges implements CampaignChanges {

    private static final String STANDING =
            "select distinct on (c.id) " + ChangeRows.COLUMNS + ChangeRows.FROM + " order by c.id, c.revision desc";

    private static final String ADD = """
            insert into campaign_change (campaign_id, at, made_by, what, kind, writer, recorded_at)
            values ($1, $2, $3, $4, 'marketing', $5, $6) returning id
            """;

    private static final String NEXT = """
            insert into campaign_change
                (campaign_id, id, revision, at, made_by, what, kind, withdrawn, writer, recorded_at)
            values ($1, $2, $3, $4, $5, $6, 'marketing', $7, $8, $9)
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    PostgresCampaignChanges(DatabaseClient database, TransactionalOperator transaction, InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The newest revision of a change. */
    private record Newest(Written written, int revision) {}

    @Override
    public Flux<CampaignChange> list(int campaign) {
        return database.sql(STANDING)
                .bind("$1", campaign)
                .map(ChangeRows::written)
                .all()
                .filter(written -> !written.withdrawn())
                .map(Written::change)
                .sort(CampaignChange.BY_TIME);
    }

    @Override
    public Mono<CampaignChange> add(int campaign, Text text, String writer) {
        Instant now = now();
        Instant at = text.at() == null ? now : text.at();
        return ChangeRows.lockHead(database, campaign)
                .flatMap(_ -> database.sql(ADD)
                        .bind("$1", campaign)
                        .bind("$2", at)
                        .bind("$3", text.by())
                        .bind("$4", text.what())
                        .bind("$5", writer)
                        .bind("$6", now)
                        .map(row -> get(row.get(0, Long.class)))
                        .one()
                        .flatMap(id -> ChangeRows.raise(database, campaign)
                                .thenReturn(new CampaignChange(
                                        id,
                                        campaign,
                                        at,
                                        text.by(),
                                        text.what(),
                                        CampaignChange.Kind.MARKETING,
                                        null,
                                        now))))
                .as(transaction::transactional);
    }

    @Override
    public Mono<Outcome> correct(int campaign, long id, Text text, String writer) {
        return follow(campaign, id, newest -> {
            CampaignChange was = newest.written().change();
            CampaignChange now = new CampaignChange(
                    id,
                    campaign,
                    text.at() == null ? was.at() : text.at(),
                    text.by(),
                    text.what(),
                    was.kind(),
                    null,
                    now());
            return write(now, newest.revision() + 1, false, writer, now.recordedAt())
                    .thenReturn(now);
        });
    }

    @Override
    public Mono<Outcome> withdraw(int campaign, long id, String writer) {
        return follow(campaign, id, newest -> {
            CampaignChange was = newest.written().change();
            return write(was, newest.revision() + 1, true, writer, now()).thenReturn(was);
        });
    }

    @Override
    public Mono<List<Written>> history(int campaign, long id) {
        return database.sql("select " + ChangeRows.COLUMNS + ChangeRows.FROM + " and c.id = $2 order by c.revision")
                .bind("$1", campaign)
                .bind("$2", id)
                .map(ChangeRows::written)
                .all()
                .collectList()
                .filter(all -> !all.isEmpty());
    }

    /** Writes what follows the newest revision, under the head's lock: two writers follow each other. */
    private Mono<Outcome> follow(int campaign, long id, Function<Newest, Mono<CampaignChange>> next) {
        return ChangeRows.lockHead(database, campaign)
                .flatMap(_ -> newest(campaign, id))
                .filter(newest -> !newest.written().withdrawn())
                .flatMap(newest -> newest.written().change().kind() == CampaignChange.Kind.MARKETING
                        ? next.apply(newest)
                                .flatMap(change -> ChangeRows.raise(database, campaign)
                                        .thenReturn((Outcome) new Outcome.Done(change)))
                        : Mono.just(new Outcome.Automatic()))
                .defaultIfEmpty(new Outcome.NotThere())
                .as(transaction::transactional);
    }

    private Mono<Newest> newest(int campaign, long id) {
        return database.sql("select " + ChangeRows.COLUMNS + ChangeRows.FROM
                        + " and c.id = $2 order by c.revision desc limit 1")
                .bind("$1", campaign)
                .bind("$2", id)
                .map(PostgresCampaignChanges::newest)
                .one();
    }

    private static Newest newest(Readable row) {
        return new Newest(ChangeRows.written(row), get(row.get(10, Integer.class)));
    }

    private Mono<Void> write(CampaignChange change, int revision, boolean withdrawn, String writer, Instant now) {
        return database.sql(NEXT)
                .bind("$1", change.campaign())
                .bind("$2", change.id())
                .bind("$3", revision)
                .bind("$4", change.at())
                .bind("$5", change.by())
                .bind("$6", change.what())
                .bind("$7", withdrawn)
                .bind("$8", writer)
                .bind("$9", now)
                .then();
    }

    /** The table keeps microseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
