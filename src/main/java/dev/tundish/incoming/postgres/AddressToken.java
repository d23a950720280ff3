package dev.tundish.incoming.postgres;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** The secret part of an inbound address: {@code in_} and 32 random signs (190 bits). */
final class AddressToken {

    private static final String PREFIX = "in_";
    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_SIGNS = 32;
    private static final int SHOWN = PREFIX.length() + 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private AddressToken() {}

    static String make() {
        StringBuilder token = new StringBuilder(PREFIX);
        for (int n = 0; n < RANDOM_SIGNS; n++) {
            token.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return token.toString();
    }

    /** Whether it can be one at all: what cannot is not looked up. */
    static boolean isWhole(String text) {
        return text.length() == PREFIX.length() + RANDOM_SIGNS
                && text.startsWith(PREFIX)
                && text.chars().skip(PREFIX.length()).allMatch(c -> SIGNS.indexOf(c) >= 0);
    }

    /** Its first signs, for people to know it by. */
    static String prefix(String token) {
        return token.substring(0, SHOWN);
    }

    /** What is kept of it. It has far too many bits to be guessed, so a plain digest is enough. */
    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
