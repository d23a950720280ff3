package dev.tundish.report.postgres;

import dev.tundish.funnel.TallyCell;
import dev.tundish.funnel.TallyReports;
import dev.tundish.report.Pulse;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.RowsFetchSpec;
import reactor.core.publisher.Mono;

/** {@link Pulse}: one kind of counter of one campaign, in the order of its key. */
final class PostgresPulse implements Pulse {

    private static final String COUNTERS = """
            select t.minute from campaign_head h
            join tally t on t.campaign_id = h.campaign_id and t.epoch = h.epoch and t.kind = split_part($2, ':', 1)
            where h.campaign_id = $1 and t.code = $2 and t.leads > 0 and t.minute >= $3 and t.minute < $4
            order by t.minute
            """;

    private final DatabaseClient database;

    PostgresPulse(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<int[]> arrivals(int campaign, int fromMinute, int toMinute) {
        return counters(COUNTERS, TallyReports.arrivedCode(), campaign, fromMinute, toMinute)
                .all()
                .collectList()
                .map(minutes -> minutes.stream().mapToInt(minute -> minute).toArray());
    }

    @Override
    public Mono<Integer> oldestWaiting(int campaign) {
        return counters(
                        COUNTERS + " limit 1",
                        TallyReports.waitingCode(),
                        campaign,
                        TallyCell.WHOLE + 1,
                        Integer.MAX_VALUE)
                .first();
    }

    private RowsFetchSpec<Integer> counters(String sql, String code, int campaign, int fromMinute, int toMinute) {
        return database.sql(sql)
                .bind("$1", campaign)
                .bind("$2", code)
                .bind("$3", fromMinute)
                .bind("$4", toMinute)
                .map(row -> Objects.requireNonNull(row.get(0, Integer.class)));
    }
}
