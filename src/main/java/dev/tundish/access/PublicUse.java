package dev.tundish.access;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What holds for a key that a page carries, and that everybody can read therefore.
 *
 * @param origins where such pages are, each as a browser names it, such as {@code https://www.example.com}
 * @param perMinute how many events it may send in a minute, from all visitors together
 */
public record PublicUse(Set<String> origins, int perMinute) {

    /** A lively landing page; more of it is rather a mistake, or mischief. */
    public static final int USUAL_PER_MINUTE = 600;

    public static final int MOST_PER_MINUTE = 100_000;

    /** The one type of events that such a key sends. */
    public static final String TYPE = "lead.captured";

    private static final Pattern ORIGIN =
            Pattern.compile("(https?)://([^/:?#@\\[\\]\\s]+|\\[[0-9a-f:.]+])(?::([0-9]{1,5}))?/?");

    public PublicUse {
        origins = Set.copyOf(origins);
    }

    /** The origin as a browser would name it, or empty when it is none. */
    public static Optional<String> origin(String text) {
        Matcher parts = ORIGIN.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String scheme = parts.group(1);
        String port = parts.group(3);
        boolean usual = port == null || Integer.parseInt(port) == (scheme.equals("https") ? 443 : 80);
        if (port != null && Integer.parseInt(port) > 65_535) {
            return Optional.empty();
        }
        return host(parts.group(2))
                .map(host -> scheme + "://" + host + (usual ? "" : ":" + Integer.parseInt(String.valueOf(port))));
    }

    private static Optional<String> host(String host) {
        if (host.startsWith("[")) {
            return Optional.of(host);
        }
        try {
            String ascii = IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return ascii.isEmpty() || ascii.length() > 253 ? Optional.empty() : Optional.of(ascii);
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }
}
