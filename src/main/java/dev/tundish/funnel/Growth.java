package dev.tundish.funnel;

import java.util.Arrays;

/** How columns grow: by a quarter, so that appending stays cheap and little stands empty. */
final class Growth {

    private static final int SMALLEST = 16;

    private Growth() {}

    /** A capacity that has room for this row. */
    static int capacity(int present, int row) {
        long wanted = Math.max(row + 1L, present + (present >> 2));
        return (int) Math.min(Integer.MAX_VALUE - 8, Math.max(SMALLEST, wanted));
    }

    /** A column of at most so many rows. */
    static long[] trimmed(long[] column, int rows) {
        return rows < column.length ? Arrays.copyOf(column, rows) : column;
    }

    /** A column with room for this row, the new rows filled. */
    static long[] withRoom(long[] column, int row, long filler) {
        if (row < column.length) {
            return column;
        }
        long[] grown = Arrays.copyOf(column, capacity(column.length, row));
        Arrays.fill(grown, column.length, grown.length, filler);
        return grown;
    }
}
