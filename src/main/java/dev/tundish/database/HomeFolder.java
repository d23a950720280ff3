package dev.tundish.database;

import dev.tundish.lifecycle.StartupRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** {@code TUNDISH_HOME}: the folder of everything that is kept, for this user's eyes alone. */
public record HomeFolder(Path path) {

    /** Makes it where it is missing. Refuses one that cannot be written. */
    static HomeFolder at(Path path) {
        try {
            Path absolute = path.toAbsolutePath().normalize();
            if (!Files.isDirectory(absolute)) {
                Files.createDirectories(
                        absolute, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            if (!Files.isWritable(absolute)) {
                throw new IOException("not writable");
            }
            return new HomeFolder(absolute.toRealPath());
        } catch (IOException unusable) {
            throw new StartupRefused(
                    "The data folder " + path + " cannot be made or written by this user. Make it writable, or set"
                            + " TUNDISH_HOME to another folder.",
                    unusable);
        }
    }

    /** A file in it. */
    public Path file(String name) {
        return path.resolve(name);
    }

    /** Takes it for this process alone; empty when another has it. The system takes it back when the process ends, however. */
    Optional<Lock> lock() throws IOException {
        Path file = file("tundish.lock");
        if (Files.isSymbolicLink(file) || Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new StartupRefused(file + " is not a plain file. Remove it, then start again.");
        }
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new Lock(channel));
            }
        } catch (OverlappingFileLockException takenByThisProcess) {
            channel.close();
            return Optional.empty();
        }
        channel.close();
        return Optional.empty();
    }

    StartupRefused inUse() {
        return new StartupRefused(
                "Another instance is using " + path + ". Stop it first, or set TUNDISH_HOME to another folder.");
    }

    /** Held until closed. */
    record Lock(FileChannel channel) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
