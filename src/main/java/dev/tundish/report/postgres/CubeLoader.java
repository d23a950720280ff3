package dev.tundish.report.postgres;

import dev.tundish.campaign.Campaigns;
import dev.tundish.funnel.Cube;
import dev.tundish.funnel.JourneyState;
import dev.tundish.funnel.Rules;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Loads a campaign's cube from its journeys and brings it up to the head's version: one statement each, one snapshot each. */
final class CubeLoader {

    private static final int FETCH = 5_000;

    private static final String HEAD = """
            select version, epoch, flow_version, null::int, null::bytea from campaign_head where campaign_id = $1
            """;

    private static final String LOAD = """
            select h.version, h.epoch, h.flow_version, j.lead_no, j.state
            from campaign_head h left join journey j on j.campaign_id = h.campaign_id and j.epoch = h.epoch
            where h.campaign_id = $1
            """;

    /** The range of one number and its order make for the index on numbers, also before there are statistics. */
    private static final String SINCE = """
            select h.version, h.epoch, h.flow_version, j.lead_no, j.state
            from campaign_head h
            left join lateral (
                select distinct unnest(c.lead_nos) as lead_no from journey_change c
                where c.campaign_id = h.campaign_id and c.epoch = h.epoch and c.version > $2) changed on true
            left join lateral (
                select * from journey j where j.campaign_id = h.campaign_id and j.epoch = h.epoch
                    and j.lead_no between changed.lead_no and changed.lead_no order by j.lead_no limit 1) j on true
            where h.campaign_id = $1 and h.epoch = $3 and h.trimmed <= $2
            """;

    private final DatabaseClient database;
    private final Campaigns campaigns;
    private final Scheduler scheduler;

    CubeLoader(DatabaseClient database, Campaigns campaigns, Scheduler scheduler) {
        this.database = database;
        this.campaigns = campaigns;
        this.scheduler = scheduler;
    }

    /** Where a campaign's head stands. */
    record Head(long version, int epoch, int flowVersion) {}

    private record Row(Head head, @Nullable Integer lead, byte @Nullable [] state) {}

    /** Where the campaign stands, or empty: it is unknown. */
    Mono<Head> head(int campaign) {
        return database.sql(HEAD)
                .bind("$1", campaign)
                .map(CubeLoader::row)
                .one()
                .map(Row::head);
    }

    /** The whole cube, or empty: the campaign is unknown. */
    Mono<WarmCube> load(int campaign) {
        Flux<Row> rows = database.sql(LOAD)
                .filter(statement -> statement.fetchSize(FETCH))
                .bind("$1", campaign)
                .map(CubeLoader::row)
                .all()
                .publishOn(scheduler, FETCH);
        return rows.switchOnFirst((signal, all) -> {
                    Row first = signal.get();
                    if (first == null) {
                        return all.cast(Object.class).ignoreElements().cast(WarmCube.class);
                    }
                    return campaigns.rules(campaign, first.head().flowVersion()).flatMapMany(rules -> {
                        Cube cube = new Cube(rules);
                        return all.doOnNext(row -> put(cube, rules, row)).then(Mono.fromSupplier(() -> {
                            cube.trim();
                            return new WarmCube(rules, cube, first.head());
                        }));
                    });
                })
                .next();
    }

    /** Brings it up to the head; false when that cannot be done from the changes alone: then it is to be loaded anew. */
    Mono<Boolean> catchUp(int campaign, WarmCube warm) {
        Head known = warm.head();
        return database.sql(SINCE)
                .bind("$1", campaign)
                .bind("$2", known.version())
                .bind("$3", known.epoch())
                .map(CubeLoader::row)
                .all()
                .collectList()
                .publishOn(scheduler)
                .map(rows -> {
                    if (rows.isEmpty()) {
                        return false;
                    }
                    warm.write(rows.getFirst().head(), cube -> rows.forEach(row -> put(cube, warm.rules(), row)));
                    return true;
                });
    }

    private static Row row(Readable row) {
        return new Row(
                new Head(
                        Objects.requireNonNull(row.get(0, Long.class)),
                        Objects.requireNonNull(row.get(1, Integer.class)),
                        Objects.requireNonNull(row.get(2, Integer.class))),
                row.get(3, Integer.class),
                row.get(4, byte[].class));
    }

    private static void put(Cube cube, Rules rules, Row row) {
        if (row.lead() != null && row.state() != null) {
            cube.put(row.lead(), JourneyState.decode(rules, row.state()).journey());
        }
    }
}
