package dev.tundish.dashboard.campaigns;

import java.text.Normalizer;
import java.util.Locale;

/** Keys proposed from what people write: letters without their accents, words joined. */
final class Slugs {

    private static final int LONGEST = 64;

    private Slugs() {}

    /** A campaign's key or a tag: {@code spring-launch-2026}; empty when nothing is left. */
    static String dashed(String words) {
        return cut(plain(words).replaceAll("[^a-z0-9]+", "-"), "-");
    }

    /** A stage's or a reason's key: {@code not_our_customer}; empty when nothing is left. */
    static String underscored(String words) {
        return cut(plain(words).replaceAll("[^a-z0-9]+", "_"), "_");
    }

    private static String plain(String words) {
        return Normalizer.normalize(words.replace("ß", "ss"), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String cut(String slug, String joint) {
        String text = slug.startsWith(joint) ? slug.substring(1) : slug;
        String fitting = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return fitting.endsWith(joint) ? fitting.substring(0, fitting.length() - 1) : fitting;
    }
}
