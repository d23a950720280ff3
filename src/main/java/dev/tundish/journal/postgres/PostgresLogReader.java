package dev.tundish.journal.postgres;

import static dev.tundish.journal.postgres.Session.get;

import dev.tundish.campaign.Campaigns;
import dev.tundish.funnel.JourneyState;
import dev.tundish.journal.Card;
import dev.tundish.journal.LeadLog;
import dev.tundish.journal.LogReader;
import dev.tundish.journal.Recorded;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link LogReader} in PostgreSQL. */
final class PostgresLogReader implements LogReader {

    private static final String EVENT = "lead, id, at, type, detail::text, version, received_at";

    private final ConnectionFactory connections;
    private final Campaigns campaigns;

    PostgresLogReader(ConnectionFactory connections, Campaigns campaigns) {
        this.connections = connections;
        this.campaigns = campaigns;
    }

    private record Stored(long version, int flowVersion, byte[] state) {}

    @Override
    public Mono<LeadLog> lead(int campaign, String lead) {
        return in(session -> session.transaction(session.beginSnapshot(), read(session, campaign, lead)));
    }

    private Mono<LeadLog> read(Session session, int campaign, String lead) {
        return session.rows(
                        """
                        select h.version, h.flow_version, j.state from campaign_head h
                        join journey j on j.campaign_id = h.campaign_id and j.epoch = h.epoch
                        where h.campaign_id = $1 and j.lead = $2
                        """,
                        row -> new Stored(
                                get(row.get(0, Long.class)),
                                get(row.get(1, Integer.class)),
                                get(row.get(2, byte[].class))),
                        campaign,
                        lead)
                .next()
                .flatMap(stored -> Mono.zip(
                                campaigns.rules(campaign, stored.flowVersion()),
                                card(session, campaign, lead),
                                session.rows(
                                                "select " + EVENT
                                                        + " from event where campaign_id = $1 and lead = $2 order by at, id",
                                                PostgresLogReader::recorded,
                                                campaign,
                                                lead)
                                        .collectList())
                        .map(all -> new LeadLog(
                                stored.version(),
                                all.getT1(),
                                JourneyState.decode(all.getT1(), stored.state()).journey(),
                                all.getT2().orElse(null),
                                all.getT3())));
    }

    private static Mono<Optional<Card>> card(Session session, int campaign, String lead) {
        return session.rows(
                        "select card::text from lead_card where campaign_id = $1 and lead = $2",
                        row -> CardFields.read(get(row.get(0, String.class))).card(),
                        campaign,
                        lead)
                .next()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    @Override
    public Mono<Map<String, Card>> cards(int campaign, Collection<String> leads) {
        return in(session -> session.rows(
                        "select lead, card::text from lead_card where campaign_id = $1 and lead = any($2)",
                        row -> Map.entry(
                                get(row.get(0, String.class)),
                                CardFields.read(get(row.get(1, String.class))).card()),
                        campaign,
                        leads.toArray(String[]::new))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Flux<Recorded> newest(int campaign, int limit) {
        return Flux.usingWhen(
                connections.create(),
                connection -> new Session(connection)
                        .rows(
                                "select " + EVENT + " from event where campaign_id = $1"
                                        + " order by version desc, at desc, id desc limit $2",
                                PostgresLogReader::recorded,
                                campaign,
                                limit),
                Connection::close);
    }

    @Override
    public Mono<Boolean> eraseCard(int campaign, String lead) {
        return in(session -> session.transaction(
                session.begin(),
                session.rows(
                                "select version from campaign_head where campaign_id = $1 for no key update",
                                row -> get(row.get(0, Long.class)),
                                campaign)
                        .then(session.run("delete from lead_card where campaign_id = $1 and lead = $2", campaign, lead))
                        .map(gone -> gone > 0)));
    }

    private <T> Mono<T> in(Function<Session, Mono<T>> work) {
        return Mono.usingWhen(
                connections.create(), connection -> work.apply(new Session(connection)), Connection::close);
    }

    private static Recorded recorded(Readable row) {
        EventDetail detail = EventDetail.read(
                get(row.get(1, String.class)),
                get(row.get(2, Long.class)),
                get(row.get(3, String.class)),
                row.get(4, String.class));
        return new Recorded(
                get(row.get(0, String.class)),
                detail.event(),
                detail.comment(),
                detail.by(),
                get(row.get(5, Long.class)),
                get(row.get(6, Instant.class)));
    }
}
