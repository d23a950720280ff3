package dev.tundish.journal.postgres;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The doorbell between nodes: {@code NOTIFY} with the changed campaigns, at most a few times a second and outside the
 * transactions, because it takes a lock of the whole database when it commits. What gets lost here, the poll catches.
 */
final class DoorbellWire {

    private static final Logger LOG = LoggerFactory.getLogger(DoorbellWire.class);
    private static final String CHANNEL = "tundish_changes";
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** PostgreSQL takes less than 8,000 bytes; a campaign with its version is at most 31. */
    private static final int A_RING = 250;

    private final ConnectionFactory factory;
    private final WriterConnection sender;
    private final Disposable.Swap running = Disposables.swap();

    /** Not rung yet: one version a campaign. */
    private final Map<Integer, Long> pending = new HashMap<>();

    private boolean ringing;

    /** @param factory makes connections, and is no pool */
    DoorbellWire(ConnectionFactory factory) {
        this.factory = factory;
        this.sender = new WriterConnection(factory);
    }

    /** Tells the other nodes, soon. */
    void ring(Map<Integer, Long> versions) {
        synchronized (pending) {
            versions.forEach((campaign, version) -> pending.merge(campaign, version, Math::max));
            if (ringing || running.isDisposed()) {
                return;
            }
            ringing = true;
        }
        running.update(Mono.defer(this::send)
                .then(Mono.delay(BETWEEN))
                .repeat(this::hasMore)
                .subscribe());
    }

    private boolean hasMore() {
        synchronized (pending) {
            ringing = !pending.isEmpty();
            return ringing;
        }
    }

    private Mono<Void> send() {
        List<String> payloads = new ArrayList<>();
        synchronized (pending) {
            List<String> changes = pending.entrySet().stream()
                    .map(e -> e.getKey() + ":" + e.getValue())
                    .toList();
            pending.clear();
            for (int n = 0; n < changes.size(); n += A_RING) {
                payloads.add(String.join(",", changes.subList(n, Math.min(n + A_RING, changes.size()))));
            }
        }
        return sender.session()
                .flatMapMany(session -> Flux.fromIterable(payloads)
                        .concatMap(payload -> session.run("select pg_notify($1, $2)", CHANNEL, payload)))
                .then()
                .timeout(PATIENCE)
                .onErrorResume(failure -> {
                    LOG.debug("The doorbell was not rung: {}", Failure.code(failure));
                    sender.drop();
                    return Mono.empty();
                });
    }

    /** What the bell says, of this node too, while subscribed; connects again when it is cut off. Never ends. */
    Flux<Map<Integer, Long>> heard() {
        return Flux.usingWhen(factory.create(), DoorbellWire::listen, Connection::close)
                .concatWith(Mono.error(() -> new IllegalStateException("the listening connection has ended")))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, BETWEEN)
                        .maxBackoff(Duration.ofSeconds(5))
                        .transientErrors(true))
                .onBackpressureBuffer(1_000, _ -> LOG.debug("A ring was not heard"));
    }

    private static Flux<Map<Integer, Long>> listen(Connection connection) {
        PostgresqlConnection listening = (PostgresqlConnection) connection;
        return new Session(connection)
                .run("listen " + CHANNEL)
                .thenMany(listening.getNotifications())
                .map(notification -> read(notification.getParameter()));
    }

    private static Map<Integer, Long> read(@org.jspecify.annotations.Nullable String payload) {
        Map<Integer, Long> versions = new HashMap<>();
        for (String change : payload == null || payload.isEmpty() ? new String[0] : payload.split(",")) {
            int colon = change.indexOf(':');
            versions.put(Integer.valueOf(change.substring(0, colon)), Long.valueOf(change.substring(colon + 1)));
        }
        return versions;
    }

    void close() {
        running.dispose();
        sender.drop();
    }
}
