package dev.tundish.journal.postgres;

import static dev.tundish.journal.postgres.Session.get;

import dev.tundish.funnel.Rules;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/**
 * One rebuild from beginning to end, on one connection that holds the campaign's rebuild lock. Without the head's lock:
 * all leads of the log chunk by chunk, then those that gained events since, by version, until less than a chunk is left.
 * With it: the rest, and the exchange.
 */
final class RebuildRun {

    /** What is folded, and where the campaign stood when it began. */
    record Task(long id, int campaign, int flowVersion, Head head) {}

    private static final int CHUNK = 1_000;

    /** If intake outruns the rebuild for so long, the rest is done under the lock all the same. */
    private static final int ROUNDS = 1_000;

    static final String BEGIN = """
            update rebuild r set state = 'folding', leads_done = 0, leads_total = h.leads
            from campaign_head h
            where r.id = $1 and r.state in ('waiting', 'folding') and h.campaign_id = r.campaign_id
            returning r.id, r.flow_version, h.campaign_id, h.version, h.epoch, h.flow_version, h.leads, h.events, h.erased
            """;

    private static final String LEADS =
            "select distinct lead from event where campaign_id = $1 and lead > $2 order by lead limit $3";

    private static final String PROGRESS =
            "update rebuild set leads_done = least(leads_done + $2, leads_total) where id = $1";

    /** The version up to which the next events go, and how many they are. */
    private static final String NEXT = """
            select max(version), count(*)::int from (
                select version from event where campaign_id = $1 and version > $2 order by version limit $3) e
            """;

    private static final String TOUCHED =
            "select distinct lead from event where campaign_id = $1 and version > $2 and version <= $3";

    private static final String LOCK =
            "select " + Head.COLUMNS + " from campaign_head where campaign_id = $1 for no key update";

    private static final String FREE_NUMBERS = """
            select n from generate_series(0, $3 + $4 - 1) n
            where not exists (select from journey where campaign_id = $1 and epoch = $2 and lead_no = n)
            order by n limit $4
            """;

    private static final String EXCHANGE = """
            update campaign_head set version = version + 1, trimmed = version + 1,
                epoch = $2, flow_version = $3, leads = greatest(leads, $4)
            where campaign_id = $1
            """;

    private static final String DEFINE = """
            update campaign c set definition = r.definition, revision = c.revision + 1, changed_at = $2
            from rebuild r where r.id = $1 and r.definition is not null and c.id = r.campaign_id
            """;

    private static final String DONE =
            "update rebuild set state = 'done', leads_done = leads_total, finished_at = $2 where id = $1";

    private final Session session;
    private final Task task;
    private final Epoch epoch;
    private final BooleanSupplier stopping;
    private String lastLead = "";
    private long caughtUp;
    private int inChunk;
    private int rounds;

    /** @param stopping whether the node ends: then it leaves off between two chunks, to be taken up anew */
    RebuildRun(Session session, Task task, Rules rules, Scheduler scheduler, BooleanSupplier stopping) {
        this.session = session;
        this.task = task;
        this.stopping = stopping;
        this.epoch = new Epoch(session, task.campaign(), task.head().epoch(), rules, scheduler);
        this.caughtUp = task.head().version();
    }

    static Task task(Readable row) {
        Head head = new Head(
                get(row.get(2, Integer.class)),
                get(row.get(3, Long.class)),
                get(row.get(4, Integer.class)),
                get(row.get(5, Integer.class)),
                get(row.get(6, Integer.class)),
                get(row.get(7, Long.class)),
                get(row.get(8, Integer.class)));
        return new Task(get(row.get(0, Long.class)), head.campaign(), get(row.get(1, Integer.class)), head);
    }

    /** The version that the exchange made; empty when it left off because the node ends. */
    Mono<Long> run(Instant now) {
        return inTransaction(foldNext())
                .repeat(() -> inChunk == CHUNK && !stopping.getAsBoolean())
                .then(inTransaction(catchUp())
                        .repeat(() -> inChunk == CHUNK && ++rounds < ROUNDS && !stopping.getAsBoolean())
                        .then())
                .then(Mono.defer(() -> stopping.getAsBoolean()
                        ? Mono.<Long>empty()
                        : inTransaction(exchange(now))
                                .retryWhen(Retry.backoff(20, Duration.ofMillis(100))
                                        .filter(failure -> Failure.of(failure) == Failure.IN_THE_WAY))));
    }

    private <T> Mono<T> inTransaction(Mono<T> work) {
        return Mono.defer(() -> session.transaction(session.begin(), work));
    }

    private Mono<Void> foldNext() {
        return Mono.defer(() -> leads(LEADS, task.campaign(), lastLead, CHUNK).flatMap(leads -> {
            inChunk = leads.size();
            lastLead = leads.isEmpty() ? lastLead : leads.getLast();
            return epoch.fold(leads, Map.of())
                    .then(session.run(PROGRESS, task.id(), leads.size()))
                    .then();
        }));
    }

    private Mono<Void> catchUp() {
        record Next(long version, int events) {}
        return Mono.defer(() -> session.rows(
                        NEXT,
                        row -> {
                            Long version = row.get(0, Long.class);
                            return new Next(version == null ? caughtUp : version, get(row.get(1, Integer.class)));
                        },
                        task.campaign(),
                        caughtUp,
                        CHUNK)
                .single()
                .flatMap(next -> leads(TOUCHED, task.campaign(), caughtUp, next.version())
                        .flatMap(leads -> {
                            inChunk = next.events();
                            caughtUp = next.version();
                            return epoch.fold(leads, Map.of());
                        })));
    }

    private Mono<List<String>> leads(String sql, Object... parameters) {
        return session.rows(sql, row -> get(row.get(0, String.class)), parameters)
                .collectList();
    }

    private Mono<Long> exchange(Instant now) {
        return Mono.defer(() -> {
            long before = caughtUp;
            return session.rows(LOCK, Head::read, task.campaign())
                    .single()
                    .flatMap(head -> catchUp()
                            .repeat(() -> inChunk > 0)
                            .then(Mono.defer(() -> number(head)))
                            .flatMap(leads ->
                                    session.run(EXCHANGE, task.campaign(), epoch.number(), task.flowVersion(), leads))
                            .then(session.run(DEFINE, task.id(), now))
                            .then(session.run(DONE, task.id(), now))
                            .thenReturn(head.version() + 1))
                    .doOnError(_ -> caughtUp = before);
        });
    }

    /** Gives numbers to leads whose row was lost; how many leads there have to be at least. */
    private Mono<Integer> number(Head head) {
        List<String> leads = new ArrayList<>(epoch.unnumbered());
        if (leads.isEmpty()) {
            return Mono.just(0);
        }
        return session.rows(
                        FREE_NUMBERS,
                        row -> get(row.get(0, Integer.class)),
                        task.campaign(),
                        epoch.number(),
                        head.leads(),
                        leads.size())
                .collectList()
                .flatMap(free -> {
                    Map<String, Integer> given = new HashMap<>();
                    for (int n = 0; n < leads.size(); n++) {
                        given.put(leads.get(n), free.get(n));
                    }
                    return epoch.fold(leads, given).thenReturn(free.getLast() + 1);
                });
    }
}
