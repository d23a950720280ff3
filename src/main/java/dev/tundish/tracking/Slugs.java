package dev.tundish.tracking;

import java.text.Normalizer;
import java.util.Locale;

/** Names as people write them, in the forms that keys have. */
final class Slugs {

    private static final int LONGEST = 64;

    private Slugs() {}

    /** "Spring Launch" is the campaign {@code spring-launch}; empty: nothing is left. */
    static String campaign(String name) {
        return slug(name, '-');
    }

    /** "No budget" is the reason {@code no_budget}; empty: nothing is left. */
    static String word(String name) {
        return slug(name, '_');
    }

    private static String slug(String name, char between) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder slug = new StringBuilder();
        for (int n = 0; n < plain.length() && slug.length() < LONGEST; n++) {
            char c = plain.charAt(n);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                slug.append(c);
            } else if (!isMark(c) && !slug.isEmpty() && slug.charAt(slug.length() - 1) != between) {
                slug.append(between);
            }
        }
        int end = slug.length();
        while (end > 0 && slug.charAt(end - 1) == between) {
            end--;
        }
        return slug.substring(0, end);
    }

    /** An accent of the letter before it. */
    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
