package dev.tundish.database;

import dev.tundish.lifecycle.StartupRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's {@code postmaster.pid}: which process serves a data folder, and on which port. After a power cut, or a
 * {@code kill -9} of Tundish, it is left behind, with or without its process.
 */
record PostmasterFile(Path data, long pid, int port) {

    private static final Logger log = LoggerFactory.getLogger(PostmasterFile.class);

    /** The file of this data folder, if it is there and complete. */
    static Optional<PostmasterFile> in(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.isEmpty() || lines.getFirst().isBlank()) {
                return Optional.empty();
            }
            int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
            return Optional.of(
                    new PostmasterFile(data, Long.parseLong(lines.getFirst().strip()), port));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether the process lives and is the server of this folder: numbers of processes are used again. */
    boolean isAlive() {
        String line = commandLine();
        return line.contains("postgres") && line.contains(data.toString());
    }

    /** Ends the server that an earlier Tundish left running, or lets the next start see that the file is stale. */
    void endOrphan(PostgresServer server) throws IOException, InterruptedException {
        if (isAlive()) {
            log.warn("Stopping the database server {} that was left running", pid);
            server.stop(Duration.ofSeconds(60));
            if (isAlive()) {
                throw new StartupRefused("The database server " + pid + " was left running on " + data
                        + " and does not stop. End that process, then start again.");
            }
        } else {
            log.info("The database was not stopped the last time; it recovers by itself");
            if (ProcessHandle.of(pid).isPresent()) {
                disown();
            }
        }
    }

    /**
     * The number in the file belongs to another process by now (or to a zombie), and PostgreSQL would take it for a
     * running server. The file is not deleted: its other lines let PostgreSQL see whether something of the old server
     * still holds the data. It gets the number of a process that cannot be.
     */
    private void disown() throws IOException {
        Path file = data.resolve("postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(0, Integer.toString(Integer.MAX_VALUE - 1));
        Files.write(file, lines);
    }

    /** Empty for a process that is gone, a zombie included. */
    private String commandLine() {
        Path proc = Path.of("/proc", Long.toString(pid), "cmdline");
        try {
            if (Files.isDirectory(Path.of("/proc/self"))) {
                return new String(Files.readAllBytes(proc), StandardCharsets.UTF_8).replace('\0', ' ');
            }
        } catch (IOException gone) {
            return "";
        }
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().commandLine())
                .orElse("");
    }
}
