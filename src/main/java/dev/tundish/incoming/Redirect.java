package dev.tundish.incoming;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where the browser of somebody who sent a form may be led. */
public final class Redirect {

    private static final int LONGEST = 1_000;

    private Redirect() {}

    /** Why browsers cannot be led there, in a sentence for people, or null. */
    public static @Nullable String problem(String page) {
        try {
            URI uri = new URI(page);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (web
                    && uri.getHost() != null
                    && page.length() <= LONGEST
                    && uri.toASCIIString().equals(page)) {
                return null;
            }
        } catch (URISyntaxException none) {
            return "This is no address of a page.";
        }
        return "Give the whole address of a page, beginning with https:// or http://.";
    }
}
