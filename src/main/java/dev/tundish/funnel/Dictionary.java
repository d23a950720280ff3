package dev.tundish.funnel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A column of few different values: each stands once, a row holds its number. 0 is no value. */
final class Dictionary<T> {

    /** What a value weighs beside its own text, in bytes: its entry here, its object. */
    private static final int ENTRY = 120;

    private final Codes codes = new Codes();
    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<@Nullable T> values = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();
    private final Deque<Integer> free = new ArrayDeque<>();

    Dictionary() {
        values.add(null);
        rows.add(0);
    }

    void set(int row, @Nullable T value) {
        int before = codes.get(row);
        int code = value == null ? 0 : number(value);
        if (code == before) {
            return;
        }
        codes.set(row, code);
        if (code != 0) {
            rows.set(code, rows.get(code) + 1);
        }
        if (before != 0) {
            leave(before);
        }
    }

    private int number(T value) {
        Integer known = numbers.get(value);
        if (known != null) {
            return known;
        }
        Integer code = free.poll();
        if (code == null) {
            code = values.size();
            values.add(value);
            rows.add(0);
        } else {
            values.set(code, value);
        }
        numbers.put(value, code);
        return code;
    }

    /** A value that no row has any more gives its number back. */
    private void leave(int code) {
        rows.set(code, rows.get(code) - 1);
        T value = values.get(code);
        if (rows.get(code) == 0 && value != null) {
            numbers.remove(value);
            values.set(code, null);
            free.add(code);
        }
    }

    int code(int row) {
        return codes.get(row);
    }

    @Nullable
    T value(int code) {
        return values.get(code);
    }

    @Nullable
    T get(int row) {
        return values.get(codes.get(row));
    }

    /** The number of a value, or -1: no row has it. */
    int codeOf(T value) {
        return numbers.getOrDefault(value, -1);
    }

    /** One more than the largest number that was ever given. */
    int codeCount() {
        return values.size();
    }

    /** How many different values rows have. */
    int size() {
        return numbers.size();
    }

    void trim(int rowCount) {
        codes.trim(rowCount);
    }

    long weight() {
        return codes.weight() + (long) values.size() * ENTRY;
    }
}
