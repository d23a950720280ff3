package dev.tundish.database;

import dev.tundish.lifecycle.StartupRefused;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes everything that is kept, of one moment, into one file: a zip with a manifest and a text of PostgreSQL's COPY
 * per table, so that any version of PostgreSQL can read it back. Streamed; nothing is held in memory. The file appears
 * under its name when it is complete and on disk, for its owner's eyes alone.
 */
public final class Backup {

    private final InstantSource clock;

    public Backup(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Writes it, beside a running system or of a stopped one.
     *
     * @param tundish this version, for the manifest
     * @return how many rows it holds
     */
    public long write(DatabaseSettings settings, Path file, String tundish) {
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw new StartupRefused(file + " is there already. Choose another name; nothing is overwritten.");
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try (Database database = Database.join(settings)) {
            long rows = write(database.address(), part, tundish);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return rows;
        } catch (IOException failed) {
            throw new StartupRefused("The backup could not be written to " + file + ": " + failed.getMessage(), failed);
        } catch (SQLException failed) {
            throw new StartupRefused("The database could not be read: " + failed.getMessage(), failed);
        }
    }

    private long write(DatabaseAddress address, Path part, String tundish) throws IOException, SQLException {
        Files.deleteIfExists(part);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), address.jdbcProperties());
                FileChannel channel = FileChannel.open(part, options, onlyOwner);
                var zip = new ZipOutputStream(Channels.newOutputStream(channel))) {
            beginSnapshot(connection);
            Manifest manifest = tables(connection, zip, tundish);
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.closeEntry();
            zip.finish();
            channel.force(true);
            return manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
        }
    }

    private Manifest tables(Connection connection, ZipOutputStream zip, String tundish)
            throws IOException, SQLException {
        var catalogue = new Catalogue(connection);
        String schema = Migrations.appliedTo(connection);
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        List<Manifest.Table> tables = new ArrayList<>();
        for (Map.Entry<String, List<String>> table : catalogue.tables().entrySet()) {
            String columns = columns(table.getValue());
            var digest = new DigestOutputStream(unclosed(zip), sha256());
            zip.putNextEntry(new ZipEntry("tables/" + table.getKey() + ".copy"));
            long rows = copy.copyOut(
                    "copy (select " + columns + " from " + Catalogue.quoted(table.getKey()) + ") to stdout", digest);
            zip.closeEntry();
            String sum = HexFormat.of().formatHex(digest.getMessageDigest().digest());
            tables.add(new Manifest.Table(table.getKey(), table.getValue(), rows, sum));
        }
        return new Manifest(Manifest.FORMAT, tundish, schema, clock.instant(), tables, catalogue.sequences());
    }

    private static void beginSnapshot(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        prepare(connection);
    }

    /** The forms of values in a text of COPY, and patience, are the same when it is written and when it is read. */
    static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local datestyle = 'ISO'; set local intervalstyle = 'iso_8601';"
                    + " set local bytea_output = 'hex'; set local extra_float_digits = 3; set local timezone = 'UTC';"
                    + " set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0");
        }
    }

    static String columns(List<String> names) {
        return names.stream().map(Catalogue::quoted).collect(Collectors.joining(", "));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static OutputStream unclosed(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() {
                // the zip goes on with the next table
            }
        };
    }
}
