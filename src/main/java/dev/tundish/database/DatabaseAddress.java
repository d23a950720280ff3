package dev.tundish.database;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is and who we are there.
 *
 * @param sslMode as PostgreSQL's own tools name it ({@code require}, {@code verify-full}, ...); null: as the drivers do
 */
public record DatabaseAddress(
        String host,
        int port,
        String database,
        String user,
        String password,
        @Nullable String sslMode) {

    /** For JDBC, without user and password. */
    public String jdbcUrl() {
        String bracketed = host.contains(":") ? "[" + host + "]" : host;
        String ssl = sslMode == null ? "" : "&sslmode=" + sslMode;
        return "jdbc:postgresql://" + bracketed + ":" + port + "/"
                + URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20")
                + "?ApplicationName=tundish&connectTimeout=5" + ssl;
    }

    /** User and password, as JDBC wants them. */
    public Properties jdbcProperties() {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return properties;
    }

    /** The same server, another database on it. */
    public DatabaseAddress withDatabase(String name) {
        return new DatabaseAddress(host, port, name, user, password, sslMode);
    }

    /** Without the password: this is what may be logged. */
    @Override
    public String toString() {
        return "postgresql://" + host + ":" + port + "/" + database;
    }
}
