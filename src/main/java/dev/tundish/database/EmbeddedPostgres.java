package dev.tundish.database;

import dev.tundish.lifecycle.StartupRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded server while Tundish runs: kept running (when its process ends by itself it is started again, on the
 * same port), stopped with us. Holds the home folder's lock.
 */
public final class EmbeddedPostgres {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String DATABASE = "tundish";
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int ATTEMPTS = 5;
    /** Of the ten seconds in which a stop must be over, the listeners take the others. */
    private static final Duration STOP = Duration.ofSeconds(4);

    private final PostgresServer server;
    private final HomeFolder.Lock lock;
    private final int port;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("postgres-watch").factory());
    private boolean wanted = true;

    private EmbeddedPostgres(PostgresServer server, HomeFolder.Lock lock, int port) {
        this.server = server;
        this.lock = lock;
        this.port = port;
        watch.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    static EmbeddedPostgres start(HomeFolder home, Path programs, HomeFolder.Lock lock)
            throws IOException, InterruptedException {
        try {
            var server = PostgresServer.in(home.path(), programs);
            int port = startSomewhere(server);
            makeDatabase(server);
            return new EmbeddedPostgres(server, lock, port);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    /** The server of an instance that has the folder, for a command beside it. */
    static DatabaseAddress running(HomeFolder home) throws IOException {
        var file = PostmasterFile.in(home.file("postgres")).filter(PostmasterFile::isAlive);
        if (file.isEmpty() || file.get().port() == 0) {
            throw new StartupRefused("Another instance is using " + home.path()
                    + ", and its database is not running yet. Try again in a moment.");
        }
        return PostgresServer.address(home.path(), file.get().port(), DATABASE);
    }

    /** Where the application's database is. */
    public DatabaseAddress address() {
        return server.address(DATABASE);
    }

    /** Stops the server and leaves it stopped until {@link #resume}; the application stays up without it. */
    public synchronized void pause() {
        wanted = false;
        stopServer();
    }

    /** Starts the server again, where it was. */
    public synchronized void resume() {
        wanted = true;
        look();
    }

    synchronized void close() {
        wanted = false;
        watch.shutdownNow();
        stopServer();
        try {
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What goes wrong is said and tried again at the next look. */
    private synchronized void look() {
        if (!wanted || server.isRunning()) {
            return;
        }
        try {
            log.warn("The database server is not running; starting it again");
            server.start(port);
            log.info("The database server runs again");
        } catch (IOException | RuntimeException failed) {
            log.error("The database server did not start: {}", failed.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopServer() {
        try {
            server.stop(STOP);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A port may be taken between the look and the start, and a server that was killed may linger for a moment. */
    private static int startSomewhere(PostgresServer server) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            int port = FreePort.onLoopback();
            try {
                server.start(port);
                return port;
            } catch (IOException failed) {
                if (attempt == ATTEMPTS) {
                    throw failed;
                }
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }

    private static void makeDatabase(PostgresServer server) throws IOException, InterruptedException {
        DatabaseAddress first = server.address("postgres");
        try (Connection connection = DriverManager.getConnection(first.jdbcUrl(), first.jdbcProperties());
                var statement = connection.createStatement();
                var known = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
            if (!known.next()) {
                statement.execute("create database " + DATABASE);
            }
        } catch (SQLException failed) {
            server.stop(STOP);
            throw new IOException("its own database cannot be reached: " + failed.getMessage(), failed);
        }
    }
}
