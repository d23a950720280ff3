package dev.tundish.imports;

import java.util.List;

/**
 * A row of a file.
 *
 * @param number its place as a spreadsheet shows it: the header is row 1, blank rows count
 * @param cells as they were written, without quotation marks; fewer or more than the header has, when the file is uneven
 */
public record Row(long number, List<String> cells) {

    public Row {
        cells = List.copyOf(cells);
    }

    /** The cell of a column from 0; empty when the row ends before it. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
