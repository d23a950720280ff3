package dev.tundish.database;

import dev.tundish.lifecycle.StartupRefused;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;

/** Brings the schema up to what this version of Tundish knows, and refuses what it cannot work with. */
final class Migrations {

    private static final int OLDEST = 15;

    private Migrations() {}

    /** Checks the server, then migrates. Returns the version that the schema has afterwards. */
    static String apply(DatabaseAddress address) {
        refuseOldServer(address);
        Flyway flyway = Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .load();
        try {
            refuseNewerSchema(flyway, address);
            var result = flyway.migrate();
            return result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion;
        } catch (FlywayException failed) {
            throw new StartupRefused(
                    "The database " + address + " could not be brought up to this version of Tundish: "
                            + firstLine(failed) + " Nothing was changed half-way.",
                    failed);
        }
    }

    private static void refuseOldServer(DatabaseAddress address) {
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), address.jdbcProperties())) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST) {
                throw new StartupRefused("The database " + address + " is PostgreSQL " + major
                        + ", which is too old. Tundish needs " + OLDEST + " or newer.");
            }
        } catch (SQLException away) {
            throw new StartupRefused(
                    "The database " + address + " cannot be reached: " + firstLine(away)
                            + " Check that it runs, and that TUNDISH_DATABASE_URL names it, its user and its password.",
                    away);
        }
    }

    private static void refuseNewerSchema(Flyway flyway, DatabaseAddress address) {
        boolean newer = Arrays.stream(flyway.info().all())
                .map(migration -> migration.getState())
                .anyMatch(state -> state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED);
        if (newer) {
            throw new StartupRefused("The data in " + address
                    + " was written by a newer version of Tundish. Start that version or a newer one.");
        }
    }

    private static String firstLine(Exception failed) {
        String message = String.valueOf(failed.getMessage());
        String line =
                message.lines().filter(text -> !text.isBlank()).findFirst().orElse("no reason given");
        return line.endsWith(".") ? line : line + ".";
    }
}
