package dev.tundish.imports;

import dev.tundish.grammar.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names for columns, as people can read them. */
final class Header {

    private static final int COLUMNS = 200;
    private static final int LENGTH = 100;

    private Header() {}

    static List<String> of(List<String> cells) {
        if (cells.size() > COLUMNS) {
            throw new CsvTrouble("The file has more than " + COLUMNS + " columns. Leave out what is not needed.");
        }
        Set<String> names = new LinkedHashSet<>();
        for (String cell : cells) {
            String name = name(cell, names.size());
            String unique = name;
            for (int n = 2; !names.add(unique); n++) {
                unique = name + " (" + n + ")";
            }
        }
        return new ArrayList<>(names);
    }

    private static String name(String cell, int column) {
        StringBuilder plain = new StringBuilder();
        cell.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .limit(LENGTH)
                .forEach(plain::appendCodePoint);
        String name = Text.trim(plain.toString());
        return name.isEmpty() ? "Column " + (column + 1) : name;
    }
}
