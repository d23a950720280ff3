package dev.tundish.imports;

import java.util.List;

/** A row that was refused: the code of the contract, and a sentence. */
public record RefusedRow(Row row, String code, String detail) {

    /** Those of one chunk, in their order. */
    public record Part(int chunk, List<RefusedRow> rows) {

        public Part {
            rows = List.copyOf(rows);
        }
    }
}
