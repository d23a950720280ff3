package dev.tundish.api.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Where a key stands in the head of a request. */
final class Secrets {

    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private Secrets() {}

    /** The key that is shown, or null. */
    static @Nullable String shown(HttpHeaders headers, Door door) {
        List<String> sent = headers.getOrEmpty(HttpHeaders.AUTHORIZATION);
        if (sent.size() != 1) {
            return null;
        }
        String text = sent.getFirst();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith(BEARER)) {
            return text.substring(BEARER.length()).trim();
        }
        return door == Door.TRACKING && lower.startsWith(BASIC)
                ? user(text.substring(BASIC.length()).trim())
                : null;
    }

    /** Tracking clients send the key as the user's name, without a password. */
    private static @Nullable String user(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? pair : pair.substring(0, colon);
        } catch (IllegalArgumentException noBase64) {
            return null;
        }
    }
}
