package dev.tundish.database;

import io.r2dbc.pool.ConnectionPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL server for tests, as the application runs it: durable settings, a password, 127.0.0.1, a free port. */
public final class TestServer implements AutoCloseable {

    /** Unpacked once for all tests of a build. */
    public static final Path PROGRAMS = Path.of("target", "postgresql").toAbsolutePath();

    private final Path home;
    private final PostgresServer server;
    private final int port;

    /** Starts one on an empty folder. */
    public TestServer() {
        try {
            home = Files.createTempDirectory("tundish-test-");
            server = PostgresServer.in(home, PROGRAMS);
            port = FreePort.onLoopback();
            server.start(port);
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The address of one of its databases; {@code postgres} is there from the beginning. */
    public DatabaseAddress address(String database) {
        return server.address(database);
    }

    /** The application's own pool over one of its databases. */
    public ConnectionPool pool(String database) {
        return Connections.pool(address(database), 10);
    }

    /** Stops it, so that clients see the database go away. */
    public void stop() throws IOException, InterruptedException {
        server.stop(Duration.ofSeconds(20));
    }

    /** Starts it again, on the same port and the same data. */
    public void start() throws IOException, InterruptedException {
        server.start(port);
    }

    /** Stops it and removes its data. */
    @Override
    public void close() {
        try {
            stop();
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
