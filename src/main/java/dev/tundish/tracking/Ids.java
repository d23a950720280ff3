package dev.tundish.tracking;

import dev.tundish.grammar.Text;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Other senders' ids as ids of events, which have at most 128 characters: a longer one is told by its digest. */
final class Ids {

    private static final int LONGEST = 128;

    private Ids() {}

    static String bounded(String id) {
        return Text.length(id) <= LONGEST ? id : "sha256-" + HexFormat.of().formatHex(digest(id));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
