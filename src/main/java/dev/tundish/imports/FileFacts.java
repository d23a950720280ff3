package dev.tundish.imports;

/**
 * What was found out about a file while it was read.
 *
 * @param digest 32 bytes: SHA-256 of its bytes
 * @param rows with something in them, the header aside
 */
@SuppressWarnings("ArrayRecordComponent")
public record FileFacts(byte[] digest, long bytes, Letters letters, char separator, long rows, int chunks) {

    /** How its bytes stand for letters. */
    public enum Letters {
        UTF_8,
        WINDOWS_1252,
        /** UTF-8 with some bytes that are none, read as Windows-1252. */
        BOTH
    }
}
