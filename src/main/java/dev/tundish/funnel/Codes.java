package dev.tundish.funnel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A column of small numbers, 0 where nothing was set, as wide as its largest number needs: a byte, two, or four. */
final class Codes {

    private byte[] bytes = {};
    private short @Nullable [] shorts;
    private int @Nullable [] ints;

    int get(int row) {
        if (ints != null) {
            return row < ints.length ? ints[row] : 0;
        }
        if (shorts != null) {
            return row < shorts.length ? shorts[row] & 0xFFFF : 0;
        }
        return row < bytes.length ? bytes[row] & 0xFF : 0;
    }

    void set(int row, int code) {
        if (code == 0 && row >= length()) {
            return;
        }
        widen(code);
        if (row >= length()) {
            resize(Growth.capacity(length(), row));
        }
        if (ints != null) {
            ints[row] = code;
        } else if (shorts != null) {
            shorts[row] = (short) code;
        } else {
            bytes[row] = (byte) code;
        }
    }

    /** Gives up the room behind so many rows. */
    void trim(int rows) {
        if (rows < length()) {
            resize(rows);
        }
    }

    private int length() {
        return ints != null ? ints.length : shorts != null ? shorts.length : bytes.length;
    }

    private void resize(int capacity) {
        if (ints != null) {
            ints = Arrays.copyOf(ints, capacity);
        } else if (shorts != null) {
            shorts = Arrays.copyOf(shorts, capacity);
        } else {
            bytes = Arrays.copyOf(bytes, capacity);
        }
    }

    private void widen(int code) {
        if (code > 0xFFFF && ints == null) {
            int[] wide = new int[length()];
            Arrays.setAll(wide, this::get);
            ints = wide;
            shorts = null;
            bytes = new byte[0];
        } else if (code > 0xFF && ints == null && shorts == null) {
            short[] wide = new short[bytes.length];
            for (int row = 0; row < wide.length; row++) {
                wide[row] = (short) get(row);
            }
            shorts = wide;
            bytes = new byte[0];
        }
    }

    long weight() {
        return (long) length() * (ints != null ? Integer.BYTES : shorts != null ? Short.BYTES : 1);
    }
}
