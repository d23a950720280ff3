package dev.tundish.grammar;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lengths of time as ISO 8601 durations of weeks, days (of 24 h) and time: {@code P2W, P1DT12H, PT90M}. Months and years
 * have no length of their own and are none.
 */
public final class Spans {

    /** The longest that may be asked for. */
    public static final Duration LONGEST = Duration.ofDays(3_660);

    private static final long LONGEST_MICROS = LONGEST.toSeconds() * 1_000_000;
    private static final Pattern FORM = Pattern.compile(
            "P(?:([0-9]{1,9})W)?(?:([0-9]{1,9})D)?(T(?:([0-9]{1,9})H)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})(?:[.,]([0-9]{1,9}))?S)?)?");

    private Spans() {}

    /** The length in microseconds, floored, when it is more than zero and at most {@link #LONGEST}; else empty. */
    public static OptionalLong micros(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches() || text.equals("P") || text.endsWith("T")) {
            return OptionalLong.empty();
        }
        long seconds = number(m.group(1)) * 604_800
                + number(m.group(2)) * 86_400
                + number(m.group(4)) * 3_600
                + number(m.group(5)) * 60
                + number(m.group(6));
        if (seconds > LONGEST.toSeconds()) {
            return OptionalLong.empty();
        }
        String fraction = m.group(7) == null ? "" : m.group(7);
        long micros = seconds * 1_000_000 + number((fraction + "000000").substring(0, 6));
        return micros > 0 && micros <= LONGEST_MICROS ? OptionalLong.of(micros) : OptionalLong.empty();
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
