package dev.tundish.imports;

import dev.tundish.grammar.Text;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cells of one row by what they mean, trimmed; an empty one is absent. Remembers what the clocks said to them. */
final class Cells {

    private final Mapping mapping;
    private final java.util.List<String> header;
    private final Moments moments;
    private final Row row;
    private final Set<Moments.Clock> clocks = EnumSet.noneOf(Moments.Clock.class);

    Cells(Mapping mapping, java.util.List<String> header, Moments moments, Row row) {
        this.mapping = mapping;
        this.header = header;
        this.moments = moments;
        this.row = row;
    }

    Set<Moments.Clock> clocks() {
        return clocks;
    }

    /** The cell of the column that holds this, or null. */
    @Nullable
    String text(What what) {
        int column = mapping.column(what);
        return column < 0 ? null : text(column);
    }

    @Nullable
    String text(int column) {
        String cell = Text.trim(row.cell(column));
        // what our own lists of refused rows put in front of formulas
        if (cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0) {
            cell = cell.substring(1);
        }
        return cell.isEmpty() ? null : cell;
    }

    /** The moment that this column holds, as the contract writes it, or null. */
    @Nullable
    String moment(What what) {
        String text = text(what);
        return text == null ? null : moment(text, mapping.column(what));
    }

    /** The moment, or null when the text is none. */
    @Nullable
    String momentIn(String text) {
        Moments.Read read = moments.read(text);
        if (read == null) {
            return null;
        }
        clocks.add(read.clock());
        return Instant.EPOCH.plus(read.micros(), ChronoUnit.MICROS).toString();
    }

    private String moment(String text, int column) {
        String moment = momentIn(text);
        if (moment == null) {
            throw RowFault.invalid("“" + header.get(column)
                    + "” is not a date or time that can be read, such as 2026-11-23 or 2026-11-23 09:00.");
        }
        return moment;
    }

    String name(int column) {
        return header.get(column);
    }

    /** The cells of the columns that hold this, by their detail. */
    Map<String, Object> all(What what) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (int n = 0; n < mapping.columns().size(); n++) {
            Meaning meaning = mapping.columns().get(n);
            String text = meaning.what() == what ? text(n) : null;
            if (text != null) {
                found.put(meaning.detail(), text);
            }
        }
        return found;
    }

    /** The value as an event carries it, or null. */
    @Nullable
    Map<String, Object> value() {
        String amount = text(What.AMOUNT);
        if (amount == null) {
            return null;
        }
        String currency = text(What.CURRENCY);
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("amount", Words.amount(amount));
        value.put("currency", currency == null ? mapping.currency() : currency.toUpperCase(java.util.Locale.ROOT));
        return value;
    }

    /** Sets a member when there is something. */
    static void put(Map<String, Object> event, String field, @Nullable Object value) {
        boolean empty = value == null
                || value instanceof Map<?, ?> map && map.isEmpty()
                || value instanceof java.util.List<?> list && list.isEmpty();
        if (!empty) {
            event.put(field, value);
        }
    }
}
