package dev.tundish.database;

import dev.tundish.lifecycle.StartupRefused;
import java.io.IOException;

/** The database is there, until closed. */
public sealed interface Database extends AutoCloseable {

    /** Where. */
    DatabaseAddress address();

    @Override
    void close();

    /** A server that others run. */
    record Given(DatabaseAddress address) implements Database {

        @Override
        public void close() {
            // not ours to stop
        }
    }

    /** Our own, which we start and stop. */
    record Embedded(EmbeddedPostgres server) implements Database {

        @Override
        public DatabaseAddress address() {
            return server.address();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    /** The given one, or our own, started. Refuses a home folder that another instance uses. */
    static Database open(DatabaseSettings settings) {
        return settings.given().<Database>map(Given::new).orElseGet(() -> embedded(settings, false));
    }

    /** As {@link #open}, but when another instance of Tundish has the folder, its running server. For commands. */
    static Database join(DatabaseSettings settings) {
        return settings.given().<Database>map(Given::new).orElseGet(() -> embedded(settings, true));
    }

    private static Database embedded(DatabaseSettings settings, boolean orJoin) {
        HomeFolder home = HomeFolder.at(settings.home());
        try {
            var lock = home.lock();
            if (lock.isPresent()) {
                return new Embedded(EmbeddedPostgres.start(home, settings.programs(), lock.get()));
            }
            if (orJoin) {
                return new Given(EmbeddedPostgres.running(home));
            }
            throw home.inUse();
        } catch (IOException failed) {
            throw new StartupRefused("The embedded database did not start: " + failed.getMessage(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartupRefused("The start was interrupted.", interrupted);
        }
    }
}
