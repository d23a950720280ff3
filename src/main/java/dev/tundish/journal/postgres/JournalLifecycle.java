package dev.tundish.journal.postgres;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;

/** Starts to listen with the node, and finishes what the lanes have taken before the database is let go. */
final class JournalLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JournalLifecycle.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PostgresJournal journal;
    private final PostgresChanges changes;
    private volatile boolean running;

    JournalLifecycle(PostgresJournal journal, PostgresChanges changes) {
        this.journal = journal;
        this.changes = changes;
    }

    @Override
    public void start() {
        changes.start();
        running = true;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public void stop(Runnable done) {
        running = false;
        journal.close()
                .timeout(PATIENCE)
                .onErrorResume(failure -> {
                    LOG.warn("The lanes did not finish in time: {}", Failure.code(failure));
                    return Mono.empty();
                })
                .doFinally(_ -> {
                    changes.stop();
                    done.run();
                })
                .subscribe();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
