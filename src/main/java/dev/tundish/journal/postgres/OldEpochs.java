package dev.tundish.journal.postgres;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deletes the rows of a campaign's epochs that do not count: overtaken ones, and what an interrupted rebuild left. */
final class OldEpochs {

    private static final int CHUNK = 5_000;

    /** The journeys last: as long as there are some, {@link #FOUND} finds the campaign. */
    private static final List<String> TABLES = List.of("journey_change", "tally", "journey");

    /** Campaigns that have rows of an epoch which no longer counts. */
    static final String FOUND = """
            select h.campaign_id from campaign_head h
            where exists (select from journey j where j.campaign_id = h.campaign_id and j.epoch < h.epoch)
            """;

    private OldEpochs() {}

    /** A statement a chunk, each committed by itself, so that it holds up nobody. */
    static Mono<Void> delete(Session session, int campaign) {
        return Flux.fromIterable(TABLES)
                .concatMap(table -> Flux.just("<", ">").concatMap(side -> delete(session, campaign, table, side)))
                .then();
    }

    private static Mono<Void> delete(Session session, int campaign, String table, String side) {
        String chunk = """
                delete from %1$s where ctid = any(array(
                    select t.ctid from %1$s t
                    where t.campaign_id = $1 and t.epoch %2$s
                        (select h.epoch from campaign_head h where h.campaign_id = $1)
                    limit $2))
                """.formatted(table, side);
        return session.run(chunk, campaign, CHUNK)
                .repeat()
                .takeUntil(deleted -> deleted < CHUNK)
                .then();
    }
}
