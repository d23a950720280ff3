package dev.tundish.incoming;

import java.util.Locale;

/**
 * What one field of a body holds.
 *
 * @param detail the attribute's key or the card's field; else empty
 */
public record Meaning(What what, String detail) {

    public static final Meaning NOTHING = new Meaning(What.NOTHING, "");

    public static Meaning of(What what) {
        return new Meaning(what, "");
    }

    public static Meaning of(What what, String detail) {
        return new Meaning(what, detail);
    }

    /** As it is kept, such as {@code attribute:source}. */
    public String code() {
        return detail.isEmpty() ? what.code() : what.code() + ":" + detail;
    }

    /** What is kept by this code; nothing, when a newer version wrote it. */
    public static Meaning parse(String code) {
        int colon = code.indexOf(':');
        String name = (colon < 0 ? code : code.substring(0, colon)).toUpperCase(Locale.ROOT);
        for (What what : What.values()) {
            if (what.name().equals(name)) {
                return new Meaning(what, colon < 0 ? "" : code.substring(colon + 1));
            }
        }
        return NOTHING;
    }
}
