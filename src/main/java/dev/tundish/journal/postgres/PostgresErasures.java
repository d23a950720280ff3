package dev.tundish.journal.postgres;

import static dev.tundish.journal.postgres.Session.get;

import dev.tundish.journal.Card;
import dev.tundish.journal.Erasures;
import dev.tundish.journal.Erasures.Result;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * {@link Erasures} in PostgreSQL: one transaction under the campaign's head, which makes a version of its own, so that
 * whoever watches reads the lead's new name. Events keep their ids, their content's digest and their versions: a retry is
 * still a duplicate, and the numbers are what they were.
 */
final class PostgresErasures implements Erasures {

    private static final String LOCK =
            "select " + Head.COLUMNS + " from campaign_head where campaign_id = $1 for no key update";

    /** Rebuilds begin under the head's lock: none begins meanwhile, and one under way has read the old name already. */
    private static final String REBUILDING =
            "select id from rebuild where campaign_id = $1 and state in ('waiting', 'folding')";

    private static final String LEAD =
            "select lead_no from journey where campaign_id = $1 and epoch = $2 and lead = $3";

    private static final String STANDS_IN =
            "select lead from erased_lead where campaign_id = $1 and (lead = $2 or hash = decode($3, 'hex'))";

    private static final String CARD =
            "with gone as (delete from lead_card where campaign_id = $1 and lead = $2 returning card::text)"
                    + " select card from gone";

    private static final String EVENTS = """
            update event set lead = $3, detail = nullif(
                (case when lower(detail ->> 'by') = any($4::text[]) then detail - 'by' else detail end) - 'comment', '{}')
            where campaign_id = $1 and lead = $2
            """;

    private static final String JOURNEYS =
            "update journey set lead = $3, version = $4 where campaign_id = $1 and lead = $2";

    private static final String CHANGE =
            "insert into journey_change (campaign_id, epoch, version, lead_nos) values ($1, $2, $3, array[$4::int])";

    private static final String REMEMBER =
            "insert into erased_lead (campaign_id, hash, lead, erased_at) values ($1, decode($2, 'hex'), $3, $4)";

    private static final String RAISE =
            "update campaign_head set version = version + 1, erased = erased + 1 where campaign_id = $1";

    private record Done(Result result, @Nullable Long version) {}

    private final ConnectionFactory connections;
    private final Doorbell doorbell;
    private final InstantSource clock;
    private final ErasedNames names = new ErasedNames();

    PostgresErasures(ConnectionFactory connections, Doorbell doorbell, InstantSource clock) {
        this.connections = connections;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    @Override
    public Mono<Result> erase(int campaign, String lead) {
        return Mono.usingWhen(
                        Mono.from(connections.create()).map(Session::new),
                        session -> session.transaction(session.begin(), locked(session, campaign, lead)),
                        Session::close)
                .doOnNext(done -> {
                    if (done.version() != null) {
                        doorbell.committed(Map.of(campaign, done.version()));
                    }
                })
                .map(Done::result);
    }

    private Mono<Done> locked(Session session, int campaign, String lead) {
        return session.rows(LOCK, Head::read, campaign)
                .next()
                .flatMap(head -> session.rows(REBUILDING, row -> get(row.get(0, Long.class)), campaign)
                        .hasElements()
                        .flatMap(rebuilding -> rebuilding
                                ? Mono.just(new Done(new Result.Rebuilding(), null))
                                : names.hash(session, new Key(campaign, lead))
                                        .flatMap(hash -> erase(session, head, lead, Columns.hex(hash)))))
                .defaultIfEmpty(new Done(new Result.NotThere(), null));
    }

    private Mono<Done> erase(Session session, Head head, String lead, String hash) {
        return session.rows(STANDS_IN, row -> get(row.get(0, String.class)), head.campaign(), lead, hash)
                .next()
                .map(name -> new Done(new Result.Erased(name), null))
                .switchIfEmpty(Mono.defer(() -> session.rows(
                                LEAD, row -> get(row.get(0, Integer.class)), head.campaign(), head.epoch(), lead)
                        .next()
                        .flatMap(number -> replace(session, head, lead, number, hash))));
    }

    private Mono<Done> replace(Session session, Head head, String lead, int number, String hash) {
        int campaign = head.campaign();
        long version = head.version() + 1;
        String name = "erased-" + UUID.randomUUID();
        return session.rows(CARD, row -> get(row.get(0, String.class)), campaign, lead)
                .next()
                .map(text -> CardFields.read(text).card())
                .map(card -> called(lead, card))
                .defaultIfEmpty(called(lead, null))
                .flatMap(called -> session.run(EVENTS, campaign, lead, name, called))
                .then(session.run(JOURNEYS, campaign, lead, name, version))
                .then(session.run(CHANGE, campaign, head.epoch(), version, number))
                .then(session.run(REMEMBER, campaign, hash, name, now()))
                .then(session.run(RAISE, campaign))
                .thenReturn(new Done(new Result.Erased(name), version));
    }

    /** What the lead is called where it says who did something: some leads answer for themselves. */
    private static String[] called(String lead, @Nullable Card card) {
        return Stream.of(lead, card == null ? null : card.name(), card == null ? null : card.email())
                .filter(Objects::nonNull)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
