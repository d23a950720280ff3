package dev.tundish.access.postgres;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/**
 * What a key looks like: {@code tnd_}, 32 random signs (190 bits), and six signs of their checksum, so that a scanner
 * for leaked secrets knows it, and a slip of the pen is told without asking the database.
 */
final class KeyText {

    private static final String PREFIX = "tnd_";
    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_SIGNS = 32;
    private static final int CHECK_SIGNS = 6;
    private static final int SHOWN = PREFIX.length() + 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyText() {}

    /** A new key. */
    static String make() {
        StringBuilder key = new StringBuilder(PREFIX);
        for (int n = 0; n < RANDOM_SIGNS; n++) {
            key.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return key.append(check(key.toString())).toString();
    }

    /** Whether it can be a key at all. */
    static boolean isWhole(String text) {
        int length = PREFIX.length() + RANDOM_SIGNS;
        return text.length() == length + CHECK_SIGNS
                && text.startsWith(PREFIX)
                && check(text.substring(0, length)).equals(text.substring(length));
    }

    /** Its first signs, for people to know it by. */
    static String prefix(String key) {
        return key.substring(0, SHOWN);
    }

    /** What is kept of it. A key has far too many bits to be guessed, so a plain digest is enough. */
    static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String check(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        StringBuilder signs = new StringBuilder();
        long rest = crc.getValue();
        for (int n = 0; n < CHECK_SIGNS; n++) {
            signs.append(SIGNS.charAt((int) (rest % SIGNS.length())));
            rest /= SIGNS.length();
        }
        return signs.toString();
    }
}
