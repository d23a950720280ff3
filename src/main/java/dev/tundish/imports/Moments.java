package dev.tundish.imports;

import dev.tundish.grammar.Rfc3339;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads moments as spreadsheets and databases write them: with an offset as they say, else in the campaign's zone; a date
 * alone is the beginning of that day.
 */
public final class Moments {

    private static final String TIME =
            "(?:(?:[ T]|, ?)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(?: ?([AaPp])\\.?[Mm]\\.?)?)?";
    private static final String OFFSET = " ?(Z|z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + TIME + OFFSET);
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})" + TIME + OFFSET);
    private static final Pattern SECONDS = Pattern.compile("\\d{9,10}");
    private static final Pattern MILLIS = Pattern.compile("\\d{12,13}");
    private static final long MICROS = 1_000_000;

    private final ZoneId zone;
    private final DayOrder order;

    public Moments(ZoneId zone, DayOrder order) {
        this.zone = zone;
        this.order = order;
    }

    /** How a moment was written. */
    public enum Form {
        /** With its offset. */
        EXACT,
        /** Date and time of day. */
        LOCAL,
        DATE,
        /** Seconds or milliseconds since 1970. */
        COUNTED
    }

    /** What the clocks of the zone say to a time of day. */
    public enum Clock {
        ONCE,
        /** It was skipped: taken as much later as was skipped. */
        SKIPPED,
        /** It came twice: the first is taken. */
        TWICE
    }

    /** @param micros microseconds since the epoch */
    public record Read(long micros, Form form, Clock clock) {}

    /** The moment, or null when it is none. */
    public @Nullable Read read(String text) {
        OptionalLong exact = Rfc3339.micros(text);
        if (exact.isPresent()) {
            return new Read(exact.getAsLong(), Form.EXACT, Clock.ONCE);
        }
        if (SECONDS.matcher(text).matches()) {
            return new Read(Long.parseLong(text) * MICROS, Form.COUNTED, Clock.ONCE);
        }
        if (MILLIS.matcher(text).matches()) {
            return new Read(Long.parseLong(text) * 1_000, Form.COUNTED, Clock.ONCE);
        }
        try {
            Matcher m = YEAR_FIRST.matcher(text);
            if (m.matches()) {
                return read(LocalDate.of(number(m, 1), number(m, 3), number(m, 4)), m);
            }
            m = YEAR_LAST.matcher(text);
            if (m.matches() && (order != DayOrder.UNKNOWN || m.group(2).equals("."))) {
                boolean monthFirst = order == DayOrder.MONTH_FIRST;
                int day = number(m, monthFirst ? 3 : 1);
                return read(LocalDate.of(number(m, 4), number(m, monthFirst ? 1 : 3), day), m);
            }
        } catch (DateTimeException noSuchDay) {
            return null;
        }
        return null;
    }

    private Read read(LocalDate date, Matcher m) {
        if (m.group(5) == null) {
            return new Read(date.atStartOfDay(zone).toEpochSecond() * MICROS, Form.DATE, Clock.ONCE);
        }
        int hour = number(m, 5);
        if (m.group(9) != null) {
            if (hour < 1 || hour > 12) {
                throw new DateTimeException("no hour of half a day");
            }
            hour = hour % 12 + (m.group(9).equalsIgnoreCase("p") ? 12 : 0);
        }
        int second = m.group(7) == null ? 0 : number(m, 7);
        String fraction = m.group(8) == null ? "" : m.group(8);
        long micros = Long.parseLong((fraction + "000000").substring(0, 6));
        LocalDateTime local = LocalDateTime.of(date, LocalTime.of(hour, number(m, 6), second));
        if (m.group(10) != null) {
            return new Read(local.toEpochSecond(offset(m.group(10))) * MICROS + micros, Form.EXACT, Clock.ONCE);
        }
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        Clock clock = change == null ? Clock.ONCE : change.isGap() ? Clock.SKIPPED : Clock.TWICE;
        return new Read(local.atZone(zone).toEpochSecond() * MICROS + micros, Form.LOCAL, clock);
    }

    private static ZoneOffset offset(String text) {
        return switch (text) {
            case "Z", "z", "UTC", "GMT" -> ZoneOffset.UTC;
            default -> ZoneOffset.of(text);
        };
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
