package dev.tundish.journal.postgres;

import static dev.tundish.journal.postgres.Session.get;

import dev.tundish.funnel.Flow;
import dev.tundish.funnel.FlowTrial;
import dev.tundish.funnel.Stage;
import dev.tundish.journal.FlowTrials;
import io.r2dbc.spi.ConnectionFactory;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * {@link FlowTrials} in one statement of one moment: for each lead the set of stages that its events assert under either
 * flow (contract, 3: rules 1, 2 and 9), then how many leads have the same two sets. A set fits in a number, as a flow has
 * ten stages at most; what comes back is a handful of rows, whatever the length of the log.
 */
final class PostgresFlowTrials implements FlowTrials {

    private static final String EVENTS = "select events from campaign_head where campaign_id = $1";

    private static final String STAGES =
            """
            with asserted as (
                select lead, id, at, type, %s as b, %s as a from event where campaign_id = $1
            ), life as (
                select lead, max(at) filter (where type = 'lead.reverted') as reverted,
                    (array_agg(type order by at desc, id desc)
                        filter (where type in ('lead.voided', 'lead.restored')))[1] as kept
                from asserted group by lead
            ), sets as (
                select lead, coalesce(bit_or(1 << %s), 0) as b, coalesce(bit_or(1 << %s), 0) as a
                from asserted join life using (lead)
                where kept is distinct from 'lead.voided'
                group by lead
            )
            select b, a, count(*) from sets where b <> 0 or a <> 0 group by b, a
            """.formatted(asserted("$2"), asserted("$3"), unlessReverted("b", "$2"), unlessReverted("a", "$3"));

    private final ConnectionFactory connections;

    PostgresFlowTrials(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** The number of the stage that an event asserts in a flow, given as the array of its keys. */
    private static String asserted(String flow) {
        return """
                case type when 'lead.captured' then 0
                    when 'lead.converted' then cardinality(%1$s::text[]) - 1
                    when 'lead.qualified' then array_position(%1$s::text[], 'qualified') - 1
                    when 'lead.accepted' then array_position(%1$s::text[], 'accepted') - 1
                    when 'lead.reached' then array_position(%1$s::text[], detail ->> 'stage') - 1 end
                """.formatted(flow);
    }

    private static String unlessReverted(String stage, String flow) {
        return "case when %1$s = cardinality(%2$s::text[]) - 1 and at <= reverted then %1$s - 1 else %1$s end"
                .formatted(stage, flow);
    }

    @Override
    public Mono<Long> events(int campaign) {
        return with(session -> session.rows(EVENTS, row -> get(row.get(0, Long.class)), campaign)
                .next());
    }

    @Override
    public Mono<FlowTrial> of(int campaign, Flow before, Flow after) {
        return with(session -> session.transaction(
                session.beginSnapshot(),
                session.rows(EVENTS, row -> get(row.get(0, Long.class)), campaign)
                        .next()
                        .flatMap(events -> session.rows(
                                        STAGES,
                                        row -> new FlowTrial.Group(
                                                get(row.get(0, Integer.class)),
                                                get(row.get(1, Integer.class)),
                                                get(row.get(2, Long.class))),
                                        campaign,
                                        keys(before),
                                        keys(after))
                                .collectList()
                                .map(groups -> new FlowTrial(before, after, events, groups)))));
    }

    private static String[] keys(Flow flow) {
        return flow.stages().stream().map(Stage::key).toArray(String[]::new);
    }

    private <T> Mono<T> with(Function<Session, Mono<T>> work) {
        return Mono.usingWhen(Mono.from(connections.create()).map(Session::new), work, Session::close);
    }
}
