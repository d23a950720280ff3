package dev.tundish.journal.postgres;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One connection, and statements on it one after the other. Parameters are {@code $1, $2, ...} in order, none null. */
final class Session {

    private static final TransactionDefinition SNAPSHOT = new Snapshot();

    private final Connection connection;

    Session(Connection connection) {
        this.connection = connection;
    }

    /** The rows of a query. */
    <T> Flux<T> rows(String sql, Function<Readable, T> read, Object... parameters) {
        return Flux.defer(() -> Flux.from(statement(sql, parameters).execute())
                .concatMap(result -> result.map((Readable row) -> read.apply(row))));
    }

    /** Runs a statement for its effect; how many rows it touched. */
    Mono<Long> run(String sql, Object... parameters) {
        return Flux.defer(() -> Flux.from(statement(sql, parameters).execute()))
                .concatMap(result -> result.getRowsUpdated())
                .reduce(0L, Long::sum);
    }

    private Statement statement(String sql, Object... parameters) {
        Statement statement = connection.createStatement(sql);
        for (int n = 0; n < parameters.length; n++) {
            statement.bind(n, parameters[n]);
        }
        return statement;
    }

    /** Begins a transaction in which each statement sees what was committed before it. */
    Mono<Void> begin() {
        return Mono.from(connection.beginTransaction());
    }

    /** Begins a transaction that only reads, and sees one moment throughout. */
    Mono<Void> beginSnapshot() {
        return Mono.from(connection.beginTransaction(SNAPSHOT));
    }

    Mono<Void> commit() {
        return Mono.from(connection.commitTransaction());
    }

    Mono<Void> rollback() {
        return Mono.from(connection.rollbackTransaction());
    }

    /** Does the work between begin and commit; what fails in it is rolled back and comes out as it was. */
    <T> Mono<T> transaction(Mono<Void> begin, Mono<T> work) {
        return begin.then(work.map(Optional::of).defaultIfEmpty(Optional.empty()))
                .flatMap(result -> commit().then(Mono.justOrEmpty(result)))
                .onErrorResume(failure -> rollback()
                        .onErrorResume(failed -> {
                            failure.addSuppressed(failed);
                            return Mono.empty();
                        })
                        .then(Mono.error(failure)));
    }

    /** Whether the connection is still up, as far as this side knows. */
    Mono<Boolean> isUp() {
        return Mono.from(connection.validate(ValidationDepth.LOCAL));
    }

    Mono<Void> close() {
        return Mono.from(connection.close());
    }

    /** A column that is never null. */
    static <T> T get(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private static final class Snapshot implements TransactionDefinition {
        @Override
        public <T> @Nullable T getAttribute(io.r2dbc.spi.Option<T> option) {
            if (option.equals(ISOLATION_LEVEL)) {
                return option.cast(IsolationLevel.REPEATABLE_READ);
            }
            return option.equals(READ_ONLY) ? option.cast(true) : null;
        }
    }
}
