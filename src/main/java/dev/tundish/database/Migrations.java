package dev.tundish.database;

import dev.tundish.lifecycle.StartupRefused;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/** Brings the schema up to what this version of Tundish knows, and refuses what it cannot work with. */
final class Migrations {

    private static final int OLDEST = 15;

    private Migrations() {}

    /** Checks the server, then migrates. Returns the version that the schema has afterwards. */
    static String apply(DatabaseAddress address) {
        refuseOldServer(address);
        return migrate(address, MigrationVersion.LATEST);
    }

    /** The migration that the tables of this connection stand at. */
    static String appliedTo(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select version from flyway_schema_history"
                        + " where success and version is not null order by installed_rank desc limit 1")) {
            if (!row.next()) {
                throw new SQLException("Tundish has never been started here");
            }
            return row.getString(1);
        }
    }

    /** Makes the tables as they were when the backup was written. Refuses a backup whose tables are not known yet. */
    static void prepareFor(Manifest manifest, DatabaseAddress address) {
        refuseOldServer(address);
        var wanted = MigrationVersion.fromVersion(manifest.schema());
        boolean known = Arrays.stream(
                        flyway(address, MigrationVersion.LATEST).info().all())
                .anyMatch(migration ->
                        wanted.equals(migration.getVersion()) && migration.getState() != MigrationState.FUTURE_SUCCESS);
        if (!known) {
            throw new StartupRefused("The backup was written by Tundish " + manifest.tundish()
                    + ", which is newer than this one. Restore it with that version or a newer one.");
        }
        var stands = MigrationVersion.fromVersion(migrate(address, wanted));
        if (stands.compareTo(wanted) > 0) {
            throw new StartupRefused("The backup is of an older version of Tundish than the tables in " + address
                    + ". Restore it where no Tundish has been started yet: into a new folder or a new database.");
        }
    }

    private static String migrate(DatabaseAddress address, MigrationVersion target) {
        Flyway flyway = flyway(address, target);
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

    private static Flyway flyway(DatabaseAddress address, MigrationVersion target) {
        return Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .target(target)
                .load();
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
