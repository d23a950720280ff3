package dev.tundish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.database.DatabaseAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is kept comes back from a backup: from running and stopped systems, into empty ones alone. */
final class BackupIT {

    private static final String COMMENT = "tab\there, \\ back, line\nbreak, \"quote\" and \uD83D\uDE00";

    @RegisterExtension
    static final TestDatabase source = new TestDatabase();

    @TempDir
    Path folder;

    @Test
    void bringsBackWhatWasKept() throws Exception {
        fill(source.address());
        Path file = folder.resolve("one.backup");
        runs(url(source), "home", "backup", file.toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        try (var target = new TestDatabase().open()) {
            runs(url(target), "home", "restore", file.toString());
            assertThat(row(target.address())).isEqualTo(row(source.address()));
            target.execute(
                    "insert into campaign (key, definition, created_at, changed_at) values ('next', '{}', now(), now())");
            assertThat(refused(url(target), "home", "restore", file.toString())).contains("There is data in");
        }
        assertThat(refused(url(source), "home", "backup", file.toString())).contains("nothing is overwritten");
    }

    @Test
    void movesFromAGivenServerToAnEmbeddedOneThatIsStoppedAndBack() throws Exception {
        try (var other = new TestDatabase().open()) {
            fill(other.address());
            Path first = folder.resolve("first.backup");
            Path second = folder.resolve("second.backup");
            Path third = folder.resolve("third.backup");
            runs(url(other), "home", "backup", first.toString());
            runs(Map.of(), "home", "restore", first.toString());
            runs(Map.of(), "home", "backup", second.toString());
            try (var running = TundishProcess.start(folder.resolve("home"), Map.of(), "run", "--tundish.roles=api")
                    .awaitReady()) {
                running.awaitReadiness(200);
                runs(Map.of(), "home", "backup", third.toString());
                assertThat(refused(Map.of(), "home", "restore", first.toString()))
                        .contains("Another instance is using");
            }
            try (var target = new TestDatabase().open()) {
                runs(url(target), "home", "restore", second.toString());
                assertThat(row(target.address())).isEqualTo(row(other.address()));
            }
            try (var target = new TestDatabase().open()) {
                runs(url(target), "home", "restore", third.toString());
                assertThat(row(target.address())).isEqualTo(row(other.address()));
            }
        }
    }

    @Test
    void refusesAFileThatWasChangedBeforeItTouchesAnything() throws Exception {
        try (var other = new TestDatabase().open()) {
            fill(other.address());
            Path file = folder.resolve("whole.backup");
            runs(url(other), "home", "backup", file.toString());
            byte[] bytes = Files.readAllBytes(file);
            Path damaged = folder.resolve("damaged.backup");
            copyWithAnotherCampaign(file, damaged);
            Path cut = Files.write(folder.resolve("cut.backup"), Arrays.copyOf(bytes, bytes.length / 2));
            try (var target = new TestDatabase().open()) {
                for (Path bad : new Path[] {damaged, cut, folder.resolve("missing.backup")}) {
                    assertThat(refused(url(target), "home", "restore", bad.toString()))
                            .contains("is not a whole backup of Tundish, nothing was changed");
                }
                assertThat(row(target.address())).isEmpty();
            }
        }
    }

    private static Map<String, String> url(TestDatabase database) {
        return Map.of("TUNDISH_DATABASE_URL", database.url());
    }

    private void runs(Map<String, String> environment, String home, String... arguments) throws InterruptedException {
        try (var command = TundishProcess.start(folder.resolve(home), environment, arguments)) {
            assertThat(command.awaitExit()).as(command.output()).isZero();
        }
    }

    private String refused(Map<String, String> environment, String home, String... arguments)
            throws InterruptedException {
        try (var command = TundishProcess.start(folder.resolve(home), environment, arguments)) {
            assertThat(command.awaitExit()).as(command.output()).isEqualTo(1);
            return command.output();
        }
    }

    /** A sound zip, in which one letter of a table is another one. */
    private static void copyWithAnotherCampaign(Path from, Path to) throws IOException {
        try (var zip = new ZipFile(from.toFile());
                var copy = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                copy.putNextEntry(new ZipEntry(entry.getName()));
                copy.write(text.replace("campaign-1", "campaign-9").getBytes(StandardCharsets.UTF_8));
                copy.closeEntry();
            }
        }
    }

    private static void fill(DatabaseAddress at) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(at.jdbcUrl(), at.jdbcProperties());
                var insert =
                        connection.prepareStatement("insert into campaign (key, definition, created_at, changed_at)"
                                + " values (?, jsonb_build_object('name', ?), now(), now())")) {
            for (int i = 0; i < 3; i++) {
                insert.setString(1, "campaign-" + i);
                insert.setString(2, COMMENT);
                insert.execute();
            }
            try (var other = connection.createStatement()) {
                other.execute("insert into campaign_head (campaign_id) select id from campaign");
                other.execute(
                        "insert into import_job (campaign_id, file, header, state, created_by, created_at, touched_at)"
                                + " select id, 'leads.csv', '[\"id\"]', 'done', 'admin', now(), now() from campaign");
                other.execute("insert into import_chunk select id, 0, '\\x5b5d' from import_job");
                other.execute("insert into import_reject select id, 2, 0, 'malformed', 'It is.' from import_job");
            }
        }
    }

    /** All campaigns with their heads and imports, as text; empty when there are none. */
    private static Optional<String> row(DatabaseAddress at) throws SQLException {
        try (var connection = DriverManager.getConnection(at.jdbcUrl(), at.jdbcProperties());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select string_agg(c::text || h::text || j::text || k::text || r::text, ';' order by c.id)"
                                + " from campaign c join campaign_head h on h.campaign_id = c.id"
                                + " join import_job j on j.campaign_id = c.id join import_chunk k on k.job_id = j.id"
                                + " join import_reject r on r.job_id = j.id")) {
            rows.next();
            return Optional.ofNullable(rows.getString(1));
        }
    }
}
