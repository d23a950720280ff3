package dev.tundish.journal.postgres;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Rows turned into columns, as {@code unnest} takes them. The driver sends no {@code bytea[]}: bytes go as hex. */
final class Columns<T> {

    private static final HexFormat HEX = HexFormat.of();

    private final List<T> rows;

    Columns(Collection<T> rows) {
        this.rows = List.copyOf(rows);
    }

    Integer[] ints(ToIntFunction<T> column) {
        Integer[] values = new Integer[rows.size()];
        for (int n = 0; n < values.length; n++) {
            values[n] = column.applyAsInt(rows.get(n));
        }
        return values;
    }

    Long[] longs(ToLongFunction<T> column) {
        Long[] values = new Long[rows.size()];
        for (int n = 0; n < values.length; n++) {
            values[n] = column.applyAsLong(rows.get(n));
        }
        return values;
    }

    @Nullable
    String[] texts(Function<T, @Nullable String> column) {
        @Nullable String[] values = new String[rows.size()];
        for (int n = 0; n < values.length; n++) {
            values[n] = column.apply(rows.get(n));
        }
        return values;
    }

    String[] bytes(Function<T, byte[]> column) {
        String[] values = new String[rows.size()];
        for (int n = 0; n < values.length; n++) {
            values[n] = hex(column.apply(rows.get(n)));
        }
        return values;
    }

    /** Bytes as statements take them, that decode them. */
    static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }

    <V> V[] values(Function<T, V> column, V[] into) {
        for (int n = 0; n < into.length; n++) {
            into[n] = column.apply(rows.get(n));
        }
        return into;
    }

    int size() {
        return rows.size();
    }
}
