package dev.tundish.imports;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What a file's columns mean.
 *
 * @param columns one a column, in their order
 * @param order of days and months, where dates do not begin with the year
 * @param currency of amounts, when no column says it; empty: none
 * @param zone in which times without an offset are read: the campaign's when the mapping was made, so that a change of it
 *     half-way moves nothing
 */
public record Mapping(Kind kind, List<Meaning> columns, DayOrder order, String currency, ZoneId zone) {

    public Mapping {
        columns = List.copyOf(columns);
    }

    /** The first column that holds this, or -1. */
    int column(What what) {
        for (int n = 0; n < columns.size(); n++) {
            if (columns.get(n).what() == what) {
                return n;
            }
        }
        return -1;
    }

    boolean has(What what) {
        return column(what) >= 0;
    }

    /** Whether a column holds moments. */
    public boolean isMoment(int column) {
        return columns.get(column).what().isMoment();
    }

    /** Whether there are amounts, and no column that says in which currency. */
    public boolean needsCurrency() {
        return has(What.AMOUNT) && !has(What.CURRENCY);
    }

    public Mapping withColumn(int column, Meaning meaning) {
        List<Meaning> next = new ArrayList<>(columns);
        next.set(column, meaning);
        return new Mapping(kind, next, order, currency, zone);
    }

    public Mapping withOrder(DayOrder next) {
        return new Mapping(kind, columns, next, currency, zone);
    }

    public Mapping withCurrency(String next) {
        return new Mapping(kind, columns, order, next, zone);
    }

    public Mapping withZone(ZoneId next) {
        return new Mapping(kind, columns, order, currency, next);
    }

    /** The cells of the columns that hold moments, of these rows. */
    public List<String> momentsIn(List<Row> rows) {
        List<String> cells = new ArrayList<>();
        for (int n = 0; n < columns.size(); n++) {
            if (isMoment(n)) {
                int column = n;
                rows.forEach(row -> cells.add(row.cell(column)));
            }
        }
        return cells;
    }
}
