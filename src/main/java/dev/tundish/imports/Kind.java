package dev.tundish.imports;

import java.util.Locale;

/** What a row of a file is. */
public enum Kind {
    /** A lead, with all that became of it. */
    LEADS,
    /** One event. */
    EVENTS;

    /** The name as it is kept. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
