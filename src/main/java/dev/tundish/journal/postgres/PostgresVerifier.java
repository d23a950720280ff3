package dev.tundish.journal.postgres;

import dev.tundish.campaign.Campaigns;
import dev.tundish.journal.Verifier;
import io.r2dbc.spi.ConnectionFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * {@link Verifier} in PostgreSQL: one read-only transaction that sees one moment throughout, a thousand leads at a time.
 * Memory holds one chunk of leads and the counters, whatever the length of the log.
 */
final class PostgresVerifier implements Verifier {

    private final ConnectionFactory connections;
    private final Campaigns campaigns;
    private final Scheduler scheduler;

    PostgresVerifier(ConnectionFactory connections, Campaigns campaigns, Scheduler scheduler) {
        this.connections = connections;
        this.campaigns = campaigns;
        this.scheduler = scheduler;
    }

    @Override
    public Mono<Verification> verify(int campaign) {
        return Mono.usingWhen(
                Mono.from(connections.create()).map(Session::new),
                session -> session.transaction(session.beginSnapshot(), verify(session, campaign)),
                Session::close);
    }

    private Mono<Verification> verify(Session session, int campaign) {
        String head = "select " + Head.COLUMNS + " from campaign_head where campaign_id = $1";
        return session.rows(head, Head::read, campaign)
                .next()
                .flatMap(found -> campaigns
                        .rules(campaign, found.flowVersion())
                        .flatMap(rules -> verify(new VerifyRun(session, found, rules, scheduler))));
    }

    private static Mono<Verification> verify(VerifyRun run) {
        return run.chunk().repeat(run::hasMore).then(run.counters()).then(Mono.fromSupplier(run::result));
    }
}
