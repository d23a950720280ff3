package dev.tundish.grammar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.OptionalLong;

/**
 * Moments by the grammar of RFC 3339, section 5.6, and nothing else: {@code java.time} takes far more. Letters in either
 * case, offsets to ±23:59, a fraction of any length, no second 60, real dates only.
 */
public final class Rfc3339 {

    private static final int SHORTEST = "2000-01-01T00:00:00Z".length();
    private static final int MICRO_DIGITS = 6;

    private Rfc3339() {}

    /** The moment in microseconds since the epoch, floored; empty when the text is none. */
    public static OptionalLong micros(String text) {
        if (text.length() < SHORTEST || !punctuated(text)) {
            return OptionalLong.empty();
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 2);
        int day = digits(text, 8, 2);
        int hour = digits(text, 11, 2);
        int minute = digits(text, 14, 2);
        int second = digits(text, 17, 2);
        if (year < 0 || month < 1 || month > 12 || day < 1 || !clock(hour, minute) || second < 0 || second > 59) {
            return OptionalLong.empty();
        }
        if (day > YearMonth.of(year, month).lengthOfMonth()) {
            return OptionalLong.empty();
        }
        int zone = endOfFraction(text);
        long offset = zone < 0 ? Long.MIN_VALUE : offsetSeconds(text, zone);
        if (offset == Long.MIN_VALUE) {
            return OptionalLong.empty();
        }
        long seconds =
                LocalDate.of(year, month, day).toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second - offset;
        return OptionalLong.of(seconds * 1_000_000 + fraction(text, zone));
    }

    private static boolean punctuated(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && (text.charAt(10) == 'T' || text.charAt(10) == 't')
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
    }

    private static boolean clock(int hour, int minute) {
        return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59;
    }

    /** Where the zone begins, or -1 when the fraction has no digit. */
    private static int endOfFraction(String text) {
        if (text.charAt(19) != '.') {
            return 19;
        }
        int end = 20;
        while (end < text.length() && digits(text, end, 1) >= 0) {
            end++;
        }
        return end == 20 ? -1 : end;
    }

    private static long fraction(String text, int zone) {
        long micros = 0;
        for (int n = 0; n < MICRO_DIGITS; n++) {
            int at = 20 + n;
            micros = micros * 10 + (at < zone ? text.charAt(at) - '0' : 0);
        }
        return micros;
    }

    /** The offset in seconds, or {@link Long#MIN_VALUE} when it is none. */
    private static long offsetSeconds(String text, int zone) {
        int length = text.length() - zone;
        if (length == 1 && (text.charAt(zone) == 'Z' || text.charAt(zone) == 'z')) {
            return 0;
        }
        if (length != 6 || text.charAt(zone + 3) != ':') {
            return Long.MIN_VALUE;
        }
        int hour = digits(text, zone + 1, 2);
        int minute = digits(text, zone + 4, 2);
        char sign = text.charAt(zone);
        if (!clock(hour, minute) || sign != '+' && sign != '-') {
            return Long.MIN_VALUE;
        }
        long seconds = hour * 3_600L + minute * 60L;
        return sign == '+' ? seconds : -seconds;
    }

    private static int digits(String text, int from, int count) {
        int value = 0;
        for (int n = from; n < from + count; n++) {
            char c = text.charAt(n);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
