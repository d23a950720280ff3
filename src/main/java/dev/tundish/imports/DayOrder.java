package dev.tundish.imports;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of the two small numbers of a date such as 3/4/2026 is the day. */
public enum DayOrder {
    DAY_FIRST,
    MONTH_FIRST,
    /** Nothing in the file tells it. */
    UNKNOWN;

    private static final Pattern SLASHED = Pattern.compile("\\s*(\\d{1,2})([-/.])(\\d{1,2})\\2\\d{4}\\b.*");
    private static final int MONTHS = 12;

    /** The name as it is kept. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether these cells cannot be read without knowing it. */
    public static boolean isNeeded(List<String> cells) {
        return cells.stream().anyMatch(cell -> SLASHED.matcher(cell).matches());
    }

    /** What the cells tell: a number above 12 is a day, and dots are written by those who put the day first. */
    public static DayOrder of(List<String> cells) {
        boolean dots = false;
        for (String cell : cells) {
            Matcher m = SLASHED.matcher(cell);
            if (m.matches()) {
                if (Integer.parseInt(m.group(1)) > MONTHS) {
                    return DAY_FIRST;
                }
                if (Integer.parseInt(m.group(3)) > MONTHS) {
                    return MONTH_FIRST;
                }
                dots |= m.group(2).equals(".");
            }
        }
        return dots ? DAY_FIRST : UNKNOWN;
    }
}
