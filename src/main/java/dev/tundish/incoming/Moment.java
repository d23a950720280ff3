package dev.tundish.incoming;

import dev.tundish.grammar.Rfc3339;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Moments as programs write them, by RFC 3339: seconds or milliseconds since 1970, a space in place of the T, a date
 * alone. Without an offset they are taken as UTC, as programs mean them.
 */
final class Moment {

    private static final Pattern SECONDS = Pattern.compile("\\d{9,10}(\\.\\d+)?");
    private static final Pattern MILLIS = Pattern.compile("\\d{12,13}");
    private static final Pattern WRITTEN = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2})(:\\d{2}(?:\\.\\d+)?)?)? ?(Z|z|UTC|GMT|[+-]\\d{2}:?\\d{2})?");

    private Moment() {}

    /** What cannot be read stays as it is, and is refused as such; null: there is none. */
    static @Nullable String of(@Nullable String text) {
        if (text == null || Rfc3339.micros(text).isPresent()) {
            return text;
        }
        try {
            if (SECONDS.matcher(text).matches()) {
                return Instant.ofEpochMilli(
                                new BigDecimal(text).movePointRight(3).longValue())
                        .toString();
            }
            if (MILLIS.matcher(text).matches()) {
                return Instant.ofEpochMilli(Long.parseLong(text)).toString();
            }
        } catch (DateTimeException | NumberFormatException beyond) {
            return text;
        }
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return text;
        }
        String time = written.group(2) == null ? "00:00" : written.group(2);
        String seconds = written.group(3) == null ? ":00" : written.group(3);
        return written.group(1) + "T" + time + seconds + offset(written.group(4));
    }

    private static String offset(@Nullable String text) {
        if (text == null || !text.startsWith("+") && !text.startsWith("-")) {
            return "Z";
        }
        return text.contains(":") ? text : text.substring(0, 3) + ":" + text.substring(3);
    }
}
