package dev.tundish.journal;

import java.util.Locale;

/** Why an event is refused: a closed set, the same in code, answers, metrics and pages (contract, 2). */
public enum RejectCode {
    MISSING_FIELD,
    INVALID_FIELD,
    UNKNOWN_TYPE,
    UNKNOWN_CAMPAIGN,
    UNKNOWN_STAGE,
    FUTURE_TIMESTAMP,
    ID_CONFLICT,
    TOO_MANY_ATTRIBUTES,
    TOO_LARGE,
    MALFORMED,
    /** Of an inbound address, or of tracking: nothing says which event it is. */
    UNMAPPED;

    /** The name in answers, such as {@code missing_field}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
