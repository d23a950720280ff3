package dev.tundish.bench;

import dev.tundish.campaign.Definition;
import dev.tundish.database.DatabaseAddress;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Happening;
import dev.tundish.funnel.LeadEvent;
import dev.tundish.journal.Entry;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Statement;
import java.nio.ByteBuffer;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * What the database itself allows: the statements of the journal's transactions, with their parameters, kept while the
 * journal writes into one database, then done again on another one that is as empty as the first was, over as many
 * connections, through the same driver, by nobody but a loop. The parameters are prepared: nothing is parsed, folded,
 * encoded or answered.
 */
final class Baseline {

    private static final int EVENTS = Integer.getInteger("bench.baseline.events", 240_000);
    private static final int SUBMISSION = 500;
    private static final int SUBMISSIONS_AT_ONCE = 16;
    private static final AtomicLong NUMBER = new AtomicLong();

    private Baseline() {}

    /** Events a second, of the second half: the first one warms up. */
    static double measure(App app, int campaigns, Figures figures) throws Exception {
        String name = "bench_" + NUMBER.incrementAndGet();
        DatabaseAddress empty = create(app, name + "_empty", "template1");
        List<Integer> ids;
        try (Core core = Core.on(empty, null)) {
            ids = campaigns(core, campaigns);
        }
        DatabaseAddress written = create(app, name + "_written", name + "_empty");
        DatabaseAddress again = create(app, name + "_again", name + "_empty");
        Recorder recorder = new Recorder();
        try (Core core = Core.on(written, recorder)) {
            write(core, ids);
        }
        double rate;
        List<Recorder.Track> writers = recorder.writers();
        try (Core core = Core.on(again, null)) {
            rate = replay(core.connections(), writers);
        }
        long transactions =
                writers.stream().mapToLong(w -> w.transactions.size()).sum();
        figures.add(
                "A: the transaction's SQL alone, " + IntakeBench.into(campaigns) + ", " + writers.size()
                        + " connections, " + EVENTS / Math.max(1, transactions) + " events each",
                Figures.number(rate) + "/s");
        for (String database : List.of(name + "_empty", name + "_written", name + "_again")) {
            execute(app, "drop database " + database + " with (force)");
        }
        return rate;
    }

    private static DatabaseAddress create(App app, String name, String template) throws SQLException {
        execute(app, "create database " + name + " template " + template);
        return app.database().withDatabase(name);
    }

    private static void execute(App app, String sql) throws SQLException {
        DatabaseAddress at = app.database();
        try (var connection = DriverManager.getConnection(at.jdbcUrl(), at.jdbcProperties());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<Integer> campaigns(Core core, int count) {
        Definition definition = new Definition(
                "Baseline",
                null,
                Flow.SALES_ASSISTED,
                ZoneOffset.UTC,
                null,
                null,
                null,
                null,
                Map.of(),
                null,
                "qualified",
                Duration.ofDays(30),
                List.of());
        return Flux.range(0, count)
                .concatMap(n -> {
                    String key = "campaign-" + n;
                    return core.campaigns()
                            .save(key, definition, null, false, "bench")
                            .then(core.campaigns().idOf(key));
                })
                .collectList()
                .blockOptional(Duration.ofMinutes(1))
                .orElseThrow();
    }

    private static void write(Core core, List<Integer> ids) {
        Flux.range(0, EVENTS / SUBMISSION)
                .map(n -> entries(n, ids))
                .flatMap(entries -> core.journal().append(entries).retry(1000), SUBMISSIONS_AT_ONCE)
                .blockLast(Duration.ofMinutes(5));
    }

    /** As {@link Load} mixes them: a new lead, then something that happens to one. */
    private static List<Entry> entries(int submission, List<Integer> ids) {
        List<Entry> entries = new ArrayList<>();
        long now = Instant.now().toEpochMilli() * 1000;
        for (int n = 0; n < SUBMISSION; n++) {
            long number = (long) submission * SUBMISSION + n;
            boolean fresh = n % 2 == 0;
            long lead = fresh ? number : number - 1 - 2L * (number % Math.min(n + 1L, 60) / 2);
            Happening what = fresh
                    ? new Happening.Captured()
                    : n % 4 == 1 ? new Happening.Qualified() : new Happening.Accepted();
            Map<String, String> attributes =
                    fresh ? Map.of("source", "source_" + number % 6, "segment", "segment_" + number % 4) : Map.of();
            byte[] content = ByteBuffer.allocate(16).putLong(number).array();
            entries.add(new Entry(
                    ids.get((int) (lead % ids.size())),
                    "lead-" + lead,
                    new LeadEvent("event-" + number, now + number, what, null, attributes),
                    true,
                    content,
                    null,
                    null,
                    null));
        }
        return entries;
    }

    private static double replay(ConnectionFactory factory, List<Recorder.Track> writers) {
        List<Connection> connections = Flux.fromIterable(writers)
                .concatMap(writer -> Mono.<Connection>from(factory.create())
                        .flatMap(connection -> all(connection, writer.prelude).then(Mono.<Connection>just(connection))))
                .collectList()
                .blockOptional(Duration.ofSeconds(30))
                .orElseThrow();
        run(connections, writers, 0, 0.5);
        long events = writers.stream()
                .flatMap(writer -> part(writer, 0.5, 1).stream())
                .mapToLong(Baseline::events)
                .sum();
        long began = System.nanoTime();
        run(connections, writers, 0.5, 1);
        double seconds = (System.nanoTime() - began) / 1e9;
        Flux.fromIterable(connections).flatMap(Connection::close).blockLast(Duration.ofSeconds(30));
        return events / seconds;
    }

    private static void run(List<Connection> connections, List<Recorder.Track> writers, double from, double to) {
        Flux.range(0, writers.size())
                .flatMap(
                        n -> Flux.fromIterable(part(writers.get(n), from, to))
                                .concatMap(transaction -> again(connections.get(n), transaction))
                                .subscribeOn(Schedulers.parallel()),
                        writers.size())
                .blockLast(Duration.ofMinutes(5));
    }

    private static List<List<Recorder.Done>> part(Recorder.Track writer, double from, double to) {
        int count = writer.transactions.size();
        return writer.transactions.subList((int) (count * from), (int) (count * to));
    }

    private static Mono<Void> again(Connection connection, List<Recorder.Done> transaction) {
        return Mono.from(connection.beginTransaction())
                .then(all(connection, transaction))
                .then(Mono.from(connection.commitTransaction()));
    }

    private static Mono<Void> all(Connection connection, List<Recorder.Done> statements) {
        return Flux.fromIterable(statements)
                .concatMap(done -> {
                    Statement statement = connection.createStatement(done.sql());
                    for (int n = 0; n < done.parameters().size(); n++) {
                        statement.bind(n, done.parameters().get(n));
                    }
                    return Flux.from(statement.execute())
                            .concatMap(result -> result.map(row -> String.valueOf(row.get(0))));
                })
                .then();
    }

    /** How many events a transaction inserts: the length of its insert's first list. */
    private static long events(List<Recorder.Done> transaction) {
        return transaction.stream()
                .filter(done -> done.sql().contains("insert into event "))
                .mapToLong(done -> ((Object[]) done.parameters().getFirst()).length)
                .sum();
    }
}
