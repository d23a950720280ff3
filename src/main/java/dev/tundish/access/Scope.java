package dev.tundish.access;

import java.util.Locale;

/** What a key can be good for. */
public enum Scope {
    /** Send events. */
    INGEST,
    /** Read counts. */
    READ,
    /** See who the leads are. */
    LEADS,
    /** Change campaigns and keys. */
    ADMIN;

    /** The name in requests and answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
