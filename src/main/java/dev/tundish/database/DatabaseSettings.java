package dev.tundish.database;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where things are kept.
 *
 * @param home {@code TUNDISH_HOME}: the folder of everything that is kept
 * @param database see there
 */
@ConfigurationProperties("tundish")
public record DatabaseSettings(
        @DefaultValue("data") Path home, @DefaultValue Database database) {

    /**
     * @param url {@code TUNDISH_DATABASE_URL}; empty: an embedded server is started
     * @param programs where PostgreSQL's programs are unpacked; default: in the home folder
     * @param join a command beside a running instance: use its embedded server
     * @param connections how many connections the pool may hold
     */
    public record Database(
            @Nullable String url,
            @Nullable Path programs,
            @DefaultValue("false") boolean join,
            @DefaultValue("24") int connections) {}

    /** The given server, if one is given. Refuses an address that cannot be one. */
    Optional<DatabaseAddress> given() {
        return Optional.ofNullable(database.url())
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .map(DatabaseUrl::parse);
    }

    Path programs() {
        return database.programs() != null ? database.programs() : home.resolve("programs");
    }
}
