package dev.tundish.imports;

import java.util.List;

/** A piece of a file that is kept, imported and gone on from as one. Numbered from 0. */
public record Chunk(int number, List<Row> rows) {

    /** The most rows of one. */
    public static final int ROWS = 1_000;

    /** About the most letters of one. */
    static final int LETTERS = 512 * 1024;

    public Chunk {
        rows = List.copyOf(rows);
    }
}
