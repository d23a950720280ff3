package dev.tundish.report.postgres;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The names of leads by their numbers, and back. A lead's number never changes, so its name may be read after the cube. */
final class LeadNames {

    private final DatabaseClient database;

    LeadNames(DatabaseClient database) {
        this.database = database;
    }

    Mono<Map<Integer, String>> names(int campaign, Collection<Integer> leads) {
        if (leads.isEmpty()) {
            return Mono.just(Map.of());
        }
        return database.sql("""
                        select j.lead_no, j.lead from campaign_head h cross join unnest($2::int[]) as n(lead_no)
                        cross join lateral (
                            select * from journey j where j.campaign_id = h.campaign_id and j.epoch = h.epoch
                                and j.lead_no between n.lead_no and n.lead_no order by j.lead_no limit 1) j
                        where h.campaign_id = $1
                        """)
                .bind("$1", campaign)
                .bind("$2", leads.toArray(Integer[]::new))
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get(0, Integer.class)),
                        Objects.requireNonNull(row.get(1, String.class))))
                .all()
                .collect(HashMap<Integer, String>::new, (all, e) -> all.put(e.getKey(), e.getValue()))
                .map(all -> all);
    }

    Mono<Map<String, Integer>> numbers(int campaign, Collection<String> leads) {
        if (leads.isEmpty()) {
            return Mono.just(Map.of());
        }
        return database.sql("""
                        select j.lead, j.lead_no from campaign_head h
                        join journey j on j.campaign_id = h.campaign_id and j.epoch = h.epoch
                        where h.campaign_id = $1 and j.lead = any($2)
                        """)
                .bind("$1", campaign)
                .bind("$2", leads.toArray(String[]::new))
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get(0, String.class)),
                        Objects.requireNonNull(row.get(1, Integer.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<Integer> number(int campaign, String lead) {
        return database.sql("""
                        select j.lead_no from campaign_head h
                        join journey j on j.campaign_id = h.campaign_id and j.epoch = h.epoch
                        where h.campaign_id = $1 and j.lead = $2
                        """)
                .bind("$1", campaign)
                .bind("$2", lead)
                .map(row -> Objects.requireNonNull(row.get(0, Integer.class)))
                .one();
    }
}
