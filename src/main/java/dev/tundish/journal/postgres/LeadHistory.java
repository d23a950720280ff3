package dev.tundish.journal.postgres;

import static dev.tundish.journal.postgres.Session.get;

import dev.tundish.funnel.LeadEvent;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** All events of one lead as the log holds them, in no order. Not safe for threads. */
final class LeadHistory {

    private static final String EVENTS = """
            select e.lead, e.id, e.at, e.type, e.detail::text, e.version
            from unnest($2::text[]) as k(lead)
            cross join lateral (select * from event e where e.campaign_id = $1 and e.lead = k.lead offset 0) e
            """;

    private record Row(String lead, LeadEvent event, long version) {}

    private final List<LeadEvent> events = new ArrayList<>();
    private long version;

    List<LeadEvent> events() {
        return events;
    }

    /** The version that brought the newest of them. */
    long version() {
        return version;
    }

    /** The histories of those of the leads that have events. */
    static Mono<Map<String, LeadHistory>> read(Session session, int campaign, Collection<String> leads) {
        if (leads.isEmpty()) {
            return Mono.just(Map.of());
        }
        return session.rows(EVENTS, LeadHistory::row, campaign, leads.toArray(String[]::new))
                .collect(HashMap::new, (found, row) -> {
                    LeadHistory history = found.computeIfAbsent(row.lead(), _ -> new LeadHistory());
                    history.events.add(row.event());
                    history.version = Math.max(history.version, row.version());
                });
    }

    private static Row row(Readable row) {
        EventDetail detail = EventDetail.read(
                get(row.get(1, String.class)),
                get(row.get(2, Long.class)),
                get(row.get(3, String.class)),
                row.get(4, String.class));
        return new Row(get(row.get(0, String.class)), detail.event(), get(row.get(5, Long.class)));
    }
}
