package dev.tundish.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells the same content from other content: 16 bytes of SHA-256 over the known members as they were sent. Their order,
 * escapes and white space do not matter; null is absent; what the server adds is not in it.
 */
public final class ContentDigest {

    private static final int BYTES = 16;

    private ContentDigest() {}

    public static byte[] of(Map<String, Object> members) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, members);
            return Arrays.copyOf(digest.digest(), BYTES);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static void add(MessageDigest digest, @Nullable Object value) {
        switch (value) {
            case null -> digest.update((byte) 'n');
            case Map<?, ?> object -> {
                Map<String, Object> sorted = new TreeMap<>();
                object.forEach((name, member) -> sorted.put((String) name, member));
                size(digest, 'o', sorted.size());
                sorted.forEach((name, member) -> {
                    text(digest, 's', name);
                    add(digest, member);
                });
            }
            case List<?> array -> {
                size(digest, 'a', array.size());
                array.forEach(member -> add(digest, member));
            }
            case String text -> text(digest, 's', text);
            default -> text(digest, 'l', value.toString());
        }
    }

    private static void text(MessageDigest digest, char kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        size(digest, kind, bytes.length);
        digest.update(bytes);
    }

    private static void size(MessageDigest digest, char kind, int size) {
        digest.update((byte) kind);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(size).flip());
    }
}
