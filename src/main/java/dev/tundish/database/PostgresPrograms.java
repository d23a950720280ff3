package dev.tundish.database;

import dev.tundish.lifecycle.StartupRefused;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once from the archive that is part of Tundish.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresPrograms(Path folder) {

    private static final Logger log = LoggerFactory.getLogger(PostgresPrograms.class);

    /** Finds them under this folder, or puts them there; two that do so at once do not disturb each other. */
    static PostgresPrograms under(Path folder) throws IOException {
        byte[] archive = archive();
        Path unpacked = folder.resolve("postgresql-" + digest(archive));
        if (!Files.isDirectory(unpacked)) {
            Files.createDirectories(folder);
            Path part = Files.createTempDirectory(folder, "unpacking-");
            log.info("Unpacking PostgreSQL into {}", unpacked);
            unpack(archive, part);
            try {
                Files.move(part, unpacked, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException anotherWasFaster) {
                log.debug("Another process has unpacked PostgreSQL meanwhile", anotherWasFaster);
                FileSystemUtils.deleteRecursively(part);
            }
        }
        return new PostgresPrograms(unpacked);
    }

    /** The program's path. */
    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static byte[] archive() throws IOException {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "Darwin" : "Linux";
        String arch = System.getProperty("os.arch");
        try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(os, arch)) {
            return in.readAllBytes();
        } catch (IllegalStateException missing) {
            throw new StartupRefused(
                    "There is no embedded PostgreSQL for " + os + " on " + arch
                            + ". Set TUNDISH_DATABASE_URL to a PostgreSQL 15 or newer.",
                    missing);
        }
    }

    private static String digest(byte[] archive) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(sum, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(
                new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(archive)), 1 << 16))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("the archive leaves its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.resolveSibling("."));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    boolean executable = (entry.getMode() & 0100) != 0 || file.startsWith(target.resolve("bin"));
                    if (executable && !file.toFile().setExecutable(true)) {
                        throw new IOException("cannot make executable: " + file);
                    }
                }
            }
        }
    }
}
