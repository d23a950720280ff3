package dev.tundish.database;

import dev.tundish.lifecycle.StartupRefused;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of our own: its data in {@code postgres}, its log in {@code postgres.log}, its password in
 * {@code postgres.password} under one folder. It listens on 127.0.0.1 alone, and keeps what it has committed. Whoever
 * uses it holds the lock on the folder ({@link HomeFolder}).
 */
final class PostgresServer {

    static final String USER = "tundish";

    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
    private static final long LOG_KEPT = 4L << 20;

    private final PostgresPrograms programs;
    private final Path home;
    private final Path data;
    private final String password;
    private int port;

    private PostgresServer(PostgresPrograms programs, Path home, String password) {
        this.programs = programs;
        this.home = home;
        this.data = home.resolve("postgres");
        this.password = password;
    }

    /** The server of this folder, not started; its data is made on the first occasion. */
    static PostgresServer in(Path home, Path programsFolder) throws IOException, InterruptedException {
        Path real = home.toRealPath();
        var programs = PostgresPrograms.under(programsFolder);
        boolean made = Files.exists(real.resolve("postgres/PG_VERSION"));
        var server = new PostgresServer(programs, real, password(real.resolve("postgres.password"), made));
        if (made) {
            server.refuseAnotherMajorVersion();
        } else {
            server.makeData();
        }
        return server;
    }

    /** Starts it on this port; returns when it answers, after it has recovered from whatever happened before. */
    void start(int port) throws IOException, InterruptedException {
        var left = PostmasterFile.in(data);
        if (left.isPresent()) {
            left.get().endOrphan(this);
        }
        PostgresSettings.write(data);
        Path logFile = home.resolve("postgres.log");
        if (Files.exists(logFile) && Files.size(logFile) > LOG_KEPT) {
            Files.move(logFile, home.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        this.port = port;
        int code = run(
                Duration.ofMinutes(10),
                "pg_ctl",
                "-D",
                data.toString(),
                "-l",
                logFile.toString(),
                "-o",
                "-p " + port,
                "-w",
                "-t",
                "590",
                "start");
        if (code != 0) {
            throw new IOException("PostgreSQL did not start; its log says why: " + logFile);
        }
    }

    /** Stops it: clients are disconnected, everything is flushed; after {@code patience} it is stopped the hard way. */
    void stop(Duration patience) throws IOException, InterruptedException {
        String seconds = Long.toString(Math.max(1, patience.toSeconds()));
        if (isRunning() && run(patience.plusSeconds(5), control("fast", seconds)) != 0 && isRunning()) {
            log.warn("PostgreSQL did not stop within {} s; it will recover from its log on the next start", seconds);
            run(Duration.ofSeconds(5), control("immediate", "3"));
        }
    }

    /** Whether its process lives. */
    boolean isRunning() {
        return PostmasterFile.in(data).filter(PostmasterFile::isAlive).isPresent();
    }

    /** The address of one of its databases; the server knows {@code postgres} from the beginning. */
    DatabaseAddress address(String database) {
        return new DatabaseAddress("127.0.0.1", port, database, USER, password, null);
    }

    /** The address of a database of a server that another process runs in this folder. */
    static DatabaseAddress address(Path home, int port, String database) throws IOException {
        return new DatabaseAddress(
                "127.0.0.1", port, database, USER, password(home.resolve("postgres.password"), true), null);
    }

    private String[] control(String mode, String seconds) {
        return new String[] {"pg_ctl", "-D", data.toString(), "-m", mode, "-w", "-t", seconds, "stop"};
    }

    private void makeData() throws IOException, InterruptedException {
        Path fresh = home.resolve("postgres.new");
        FileSystemUtils.deleteRecursively(fresh);
        log.info("Making the database in {}", data);
        int code = run(
                Duration.ofMinutes(5),
                "initdb",
                "-D",
                fresh.toString(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + home.resolve("postgres.password"),
                "-E",
                "UTF8",
                "--locale=C");
        if (code != 0) {
            throw new StartupRefused("The database could not be made in " + home
                    + ": is the disk full, or may this user not write there? Else set TUNDISH_DATABASE_URL.");
        }
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void refuseAnotherMajorVersion() throws IOException, InterruptedException {
        String theirs = Files.readString(data.resolve("PG_VERSION")).strip();
        var process = new ProcessBuilder(programs.program("postgres").toString(), "--version").start();
        String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        String ours = version.replaceAll("(?s)^.*\\) (\\d+).*$", "$1");
        if (!theirs.equals(ours)) {
            throw new StartupRefused("The data in " + home + " is of PostgreSQL " + theirs + ", and this Tundish has "
                    + ours + ". Write a backup with the Tundish that made it (./tundish backup FILE), and restore it"
                    + " here into an empty TUNDISH_HOME.");
        }
    }

    private int run(Duration patience, String program, String... arguments) throws IOException, InterruptedException {
        var line = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            line.addAll(
                    List.of("unshare", "-U")); // PostgreSQL refuses to run as root; so root steps into a user namespace
        }
        line.add(programs.program(program).toString());
        line.addAll(List.of(arguments));
        var process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("postgres-setup.log").toFile()))
                .start();
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    private int run(Duration patience, String[] line) throws IOException, InterruptedException {
        return run(patience, line[0], Arrays.copyOfRange(line, 1, line.length));
    }

    private static String password(Path file, boolean dataExists) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        if (dataExists) {
            throw new StartupRefused("The password of the embedded database is missing: put " + file
                    + " back, it belongs to the data beside it.");
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password + "\n", StandardOpenOption.TRUNCATE_EXISTING);
        return password;
    }
}
