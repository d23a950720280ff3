package dev.tundish.database;

import dev.tundish.lifecycle.StartupRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a {@link Backup} into an empty system: checked as a whole first, then all of it in one transaction. */
public final class Restore {

    private static final int BUFFER = 1 << 16;

    /**
     * Restores it.
     *
     * @return how many rows it holds
     */
    public long read(DatabaseSettings settings, Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifest(zip);
            for (Manifest.Table table : manifest.tables()) {
                check(zip, table);
            }
            try (Database database = Database.open(settings)) {
                Migrations.prepareFor(manifest, database.address());
                long rows = fill(zip, manifest, database.address());
                Migrations.apply(database.address());
                return rows;
            }
        } catch (IOException unreadable) {
            throw damaged(file, String.valueOf(unreadable.getMessage()), unreadable);
        } catch (SQLException failed) {
            throw new StartupRefused(
                    "The backup could not be restored, nothing was changed: " + failed.getMessage(), failed);
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        try (InputStream in = open(zip, Manifest.ENTRY)) {
            Manifest manifest = JsonMapper.shared().readValue(in.readAllBytes(), Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new StartupRefused("The backup was written by Tundish " + manifest.tundish()
                        + ", in a form that this version does not know. Restore it with that version.");
            }
            return manifest;
        } catch (JacksonException malformed) {
            throw new IOException("its manifest cannot be read", malformed);
        }
    }

    /** Every byte of a table is read once before anything is touched: its sum and its number of rows. */
    private static void check(ZipFile zip, Manifest.Table table) throws IOException {
        MessageDigest sum = Backup.sha256();
        long rows = 0;
        try (var in = new DigestInputStream(open(zip, table.entry()), sum)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\n') {
                        rows++;
                    }
                }
            }
        }
        if (rows != table.rows() || !HexFormat.of().formatHex(sum.digest()).equals(table.sha256())) {
            throw new IOException("the table " + table.name() + " is not as it was written");
        }
    }

    private static long fill(ZipFile zip, Manifest manifest, DatabaseAddress address) throws IOException, SQLException {
        long all = 0;
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), address.jdbcProperties())) {
            connection.setAutoCommit(false);
            Backup.prepare(connection);
            refuseFilled(connection, address);
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (Manifest.Table table : manifest.tables()) {
                String into = Catalogue.quoted(table.name()) + " (" + Backup.columns(table.columns()) + ")";
                try (InputStream in = open(zip, table.entry())) {
                    all += copy.copyIn("copy " + into + " from stdin", in, BUFFER);
                }
            }
            setSequences(connection, manifest.sequences());
            connection.commit();
        }
        return all;
    }

    /** Under a lock that lets nobody write meanwhile. */
    private static void refuseFilled(Connection connection, DatabaseAddress address) throws SQLException {
        for (String table : new Catalogue(connection).tables().keySet()) {
            String name = Catalogue.quoted(table);
            try (var statement = connection.createStatement()) {
                statement.execute("lock table " + name + " in exclusive mode");
                try (var any = statement.executeQuery("select exists (select from " + name + ")")) {
                    any.next();
                    if (any.getBoolean(1)) {
                        throw new StartupRefused(
                                "There is data in " + address + " already, and a restore adds to nothing."
                                        + " Restore into an empty system: set TUNDISH_HOME to a new folder, or"
                                        + " TUNDISH_DATABASE_URL to a new database.");
                    }
                }
            }
        }
    }

    private static void setSequences(Connection connection, List<Manifest.Sequence> sequences) throws SQLException {
        try (var set = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            for (Manifest.Sequence sequence : sequences) {
                set.setString(1, Catalogue.quoted(sequence.name()));
                set.setLong(2, sequence.value());
                set.setBoolean(3, sequence.used());
                set.execute();
            }
        }
    }

    private static InputStream open(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException(name + " is missing in it");
        }
        return zip.getInputStream(entry);
    }

    private static StartupRefused damaged(Path file, String why, IOException cause) {
        return new StartupRefused(file + " is not a whole backup of Tundish, nothing was changed: " + why + ".", cause);
    }
}
