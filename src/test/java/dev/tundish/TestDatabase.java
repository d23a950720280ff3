package dev.tundish;

import dev.tundish.database.DatabaseAddress;
import dev.tundish.database.TestServer;
import io.r2dbc.pool.ConnectionPool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * A fresh, migrated database for a test class, on one PostgreSQL server that all of them share:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestDatabase database = new TestDatabase();
 * }</pre>
 *
 * It can be used without JUnit too: {@link #open()} and {@link #close()}.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback, AutoCloseable {

    private static final String TEMPLATE = "tundish_template";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private String name = "";
    private @org.jspecify.annotations.Nullable ConnectionPool pool;

    /** Makes the database. */
    public TestDatabase open() {
        name = "test_" + NUMBER.incrementAndGet();
        execute(Shared.SERVER.address("postgres"), "create database " + name + " template " + TEMPLATE);
        pool = Shared.SERVER.pool(name);
        return this;
    }

    /** Where it is, for JDBC, or for an application that is started as a process. */
    public DatabaseAddress address() {
        return Shared.SERVER.address(name);
    }

    /** As {@code TUNDISH_DATABASE_URL} wants it. */
    public String url() {
        DatabaseAddress at = address();
        return "postgresql://" + at.user() + ":" + at.password() + "@" + at.host() + ":" + at.port() + "/" + name;
    }

    /** The application's own pool, with its session settings. */
    public ConnectionPool pool() {
        return java.util.Objects.requireNonNull(pool, "not open");
    }

    /** A client over the pool. */
    public DatabaseClient client() {
        return DatabaseClient.create(pool());
    }

    /** A plain JDBC connection, to look with or to meddle; the caller closes it. */
    public Connection jdbc() throws SQLException {
        return DriverManager.getConnection(address().jdbcUrl(), address().jdbcProperties());
    }

    /** Runs statements over JDBC. */
    public void execute(String sql) {
        execute(address(), sql);
    }

    /** Drops it. */
    @Override
    public void close() {
        pool().disposeLater().block(Duration.ofSeconds(10));
        execute(Shared.SERVER.address("postgres"), "drop database if exists " + name + " with (force)");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        open();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    private static void execute(DatabaseAddress address, String sql) {
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), address.jdbcProperties());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /** Started by the first test that needs it, stopped with the JVM. */
    private static final class Shared {

        static final TestServer SERVER = start();

        private static TestServer start() {
            var server = new TestServer();
            execute(server.address("postgres"), "create database " + TEMPLATE);
            DatabaseAddress template = server.address(TEMPLATE);
            Flyway.configure()
                    .dataSource(template.jdbcUrl(), template.user(), template.password())
                    .load()
                    .migrate();
            return server;
        }
    }
}
