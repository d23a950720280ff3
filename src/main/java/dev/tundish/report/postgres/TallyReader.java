package dev.tundish.report.postgres;

import dev.tundish.funnel.TallyReports;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Reads slices of the tallies of some campaigns in one statement: all of them are of one version each. */
final class TallyReader {

    private final DatabaseClient database;

    TallyReader(DatabaseClient database) {
        this.database = database;
    }

    /** The slices of one campaign, at one version. */
    record Read(long version, int flowVersion, List<List<TallyReports.Row>> slices) {
        private static Read empty(long version, int flowVersion, int slices) {
            List<List<TallyReports.Row>> rows = new ArrayList<>();
            for (int n = 0; n < slices; n++) {
                rows.add(new ArrayList<>());
            }
            return new Read(version, flowVersion, rows);
        }
    }

    private record Row(
            int campaign, long version, int flow, int slice, int minute, String code, long leads, BigDecimal amount) {}

    /** The slices by campaign; campaigns that are not there are left out. */
    Mono<Map<Integer, Read>> read(Collection<Integer> campaigns, List<Slice> slices) {
        var statement = database.sql(sql(slices)).bind("$1", campaigns.toArray(Integer[]::new));
        int p = 2;
        for (Slice slice : slices) {
            statement = statement
                    .bind("$" + p++, slice.kinds().toArray(String[]::new))
                    .bind("$" + p++, slice.from())
                    .bind("$" + p++, slice.to());
        }
        return statement
                .map(row -> new Row(
                        get(row.get(0, Integer.class)),
                        get(row.get(1, Long.class)),
                        get(row.get(2, Integer.class)),
                        get(row.get(3, Integer.class)),
                        get(row.get(4, Integer.class)),
                        get(row.get(5, String.class)),
                        get(row.get(6, Long.class)),
                        get(row.get(7, BigDecimal.class))))
                .all()
                .collect(LinkedHashMap<Integer, Read>::new, (reads, row) -> add(reads, row, slices.size()))
                .map(reads -> reads);
    }

    private static <T> T get(@org.jspecify.annotations.Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private static void add(Map<Integer, Read> reads, Row row, int slices) {
        Read read = reads.computeIfAbsent(row.campaign(), _ -> Read.empty(row.version(), row.flow(), slices));
        if (row.slice() >= 0) {
            read.slices()
                    .get(row.slice())
                    .add(new TallyReports.Row(row.minute(), row.code(), row.leads(), row.amount()));
        }
    }

    /** The heads come as rows of slice -1, so that a campaign without counters is there too. */
    private static String sql(List<Slice> slices) {
        StringBuilder sql = new StringBuilder("""
                with head as materialized (
                    select campaign_id, version, epoch, flow_version from campaign_head where campaign_id = any($1))
                select campaign_id, version, flow_version, -1, 0, '', 0::bigint, 0::numeric from head
                """);
        int p = 2;
        for (int n = 0; n < slices.size(); n++) {
            boolean byMinute = slices.get(n).byMinute();
            sql.append("union all select h.campaign_id, h.version, h.flow_version, ")
                    .append(n)
                    .append(
                            byMinute
                                    ? ", t.minute, t.code, t.leads, t.amount"
                                    : ", 0, t.code, sum(t.leads)::bigint, sum(t.amount)")
                    .append(
                            " from head h join tally t on t.campaign_id = h.campaign_id and t.epoch = h.epoch and t.kind = any($")
                    .append(p++)
                    .append(") and t.minute >= $")
                    .append(p++)
                    .append(" and t.minute < $")
                    .append(p++)
                    .append(byMinute ? "\n" : " group by 1, 2, 3, 6\n");
        }
        return sql.toString();
    }
}
