package dev.tundish.dashboard;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.dao.QueryTimeoutException;
import reactor.core.publisher.Mono;

/**
 * Where the pages' own threads have to wait for an answer: a login and a navigation are decided before anything is shown.
 * Never used for live numbers.
 */
public final class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Waiting() {}

    /** The answer, or empty; fails when it does not come in time. */
    public static <T> Optional<T> on(Mono<T> answer) {
        return on(answer, PATIENCE);
    }

    /** The answer, or empty; fails when it does not come in this time. */
    public static <T> Optional<T> on(Mono<T> answer, Duration patience) {
        try {
            return Optional.ofNullable(answer.toFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new QueryTimeoutException("interrupted", interrupted);
        } catch (TimeoutException late) {
            throw new QueryTimeoutException("no answer in " + patience, late);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        }
    }
}
