package dev.tundish.incoming;

import dev.tundish.journal.RejectCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was refused, kept so that it can be tried again.
 *
 * @param at when it came
 * @param body the JSON text as it came; empty: too large, or too much at once, to be kept
 * @param detail says what to do, and holds nothing of what was sent
 * @param campaign the key of the campaign that it is meant for, where that is known; null: not
 */
public record Refused(
        Source source,
        Instant at,
        Way way,
        String body,
        RejectCode code,
        String detail,
        @Nullable String campaign) {

    /** The most characters of a body. */
    public static final int LONGEST = 128 * 1024;

    public Refused {
        body = body.length() > LONGEST || body.indexOf('\0') >= 0 ? "" : body;
    }

    public Refused(Source source, Instant at, Way way, String body, RejectCode code, String detail) {
        this(source, at, way, body, code, detail, null);
    }

    /** Without the body: it names people, and must never come into a log. */
    @Override
    public String toString() {
        return "Refused[" + source + ", " + at + ", " + way + ", " + code + "]";
    }
}
