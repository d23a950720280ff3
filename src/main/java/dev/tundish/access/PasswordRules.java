package dev.tundish.access;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What a password has to be. Length counts most; rules about signs only make people write them down. */
public final class PasswordRules {

    public static final int LEAST = 10;

    /** The hash reads no more bytes than this. */
    public static final int MOST_BYTES = 72;

    private PasswordRules() {}

    /** Why this cannot be the user's password, in a sentence for people, or empty. */
    public static Optional<String> problem(String user, String password) {
        if (password.codePointCount(0, password.length()) < LEAST) {
            return Optional.of("Use at least " + LEAST + " characters.");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of("Use a shorter one: at most " + MOST_BYTES + " letters.");
        }
        if (password.strip().toLowerCase(Locale.ROOT).equals(user.toLowerCase(Locale.ROOT))) {
            return Optional.of("Use something else than your name.");
        }
        if (password.codePoints().distinct().count() < 4) {
            return Optional.of("Use more different characters.");
        }
        return Optional.empty();
    }
}
