package dev.tundish.incoming;

import java.util.Locale;

/** How the text of what was refused is read when it is tried again; each has its {@link Replayer}. */
public enum Way {
    /** An event as the API takes it: one JSON object. */
    EVENT,
    /** What came to an inbound address: any JSON, read by the address's mapping. */
    INBOUND,
    /** A call of the tracking API: one message, as an object. */
    TRACKING,
    /** A CloudEvent in its JSON form. */
    CLOUD_EVENT;

    /** The name as it is kept. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The way that is kept by this name. */
    public static Way of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
