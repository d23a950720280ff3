package dev.tundish.journal.postgres;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** A connection that one task keeps for itself, so that readers cannot take it. Made when needed, made anew when lost. */
final class WriterConnection {

    private static final Logger LOG = LoggerFactory.getLogger(WriterConnection.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ConnectionFactory factory;
    private volatile @Nullable Session held;

    /** @param factory makes connections, and is no pool */
    WriterConnection(ConnectionFactory factory) {
        this.factory = factory;
    }

    /** The session, used by one batch at a time. */
    Mono<Session> session() {
        Session session = held;
        return session == null
                ? open()
                : session.isUp().flatMap(up -> {
                    if (up) {
                        return Mono.just(session);
                    }
                    drop();
                    return open();
                });
    }

    private Mono<Session> open() {
        return Mono.<Connection>from(factory.create()).timeout(PATIENCE).flatMap(connection -> {
            Session session = new Session(connection);
            held = session;
            // Every lookup of the writer is by index; see BatchSql.
            return session.run("set enable_seqscan = off").thenReturn(session);
        });
    }

    /** Gives the connection up, whatever is going on on it. */
    void drop() {
        close().subscribe();
    }

    /** Closes the connection, if there is one. Never fails. */
    Mono<Void> close() {
        Session session = held;
        held = null;
        return session == null
                ? Mono.empty()
                : session.close().timeout(PATIENCE).onErrorResume(failure -> {
                    LOG.debug("A connection did not close: {}", Failure.code(failure));
                    return Mono.empty();
                });
    }
}
