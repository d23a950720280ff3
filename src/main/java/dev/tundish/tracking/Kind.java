package dev.tundish.tracking;

import java.util.Locale;
import java.util.Optional;

/** The kinds of calls that tracking libraries make. */
public enum Kind {
    TRACK,
    IDENTIFY,
    ALIAS,
    PAGE,
    SCREEN,
    GROUP;

    /** The name in a message and in an address. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this name, or empty. */
    static Optional<Kind> of(String name) {
        for (Kind kind : values()) {
            if (kind.code().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
