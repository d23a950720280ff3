package dev.tundish.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;

/** Finds out what separates the cells: what cuts the first rows into as many cells as the header, and the most of them. */
final class Separators {

    private static final List<Character> CANDIDATES = List.of(',', ';', '\t');
    private static final int ROWS = 50;

    private Separators() {}

    /** A comma when there is but one column. */
    static char of(String beginning) {
        char best = ',';
        long score = 0;
        for (char candidate : CANDIDATES) {
            long next = score(beginning, candidate);
            if (next > score) {
                best = candidate;
                score = next;
            }
        }
        return best;
    }

    /** Even rows first, then many cells. */
    private static long score(String beginning, char separator) {
        try {
            List<CsvRecord> records = reader(separator).skipEmptyLines(true).ofCsvRecord(beginning).stream()
                    .limit(ROWS)
                    .toList();
            if (records.isEmpty() || records.getFirst().getFieldCount() < 2) {
                return 0;
            }
            int cells = records.getFirst().getFieldCount();
            long even = records.stream()
                    .filter(record -> record.getFieldCount() == cells)
                    .count();
            return even * 1_000 / records.size() * 1_000 + Math.min(cells, 999);
        } catch (CsvParseException uneven) {
            return 0;
        }
    }

    /** How all of this room reads. */
    static CsvReader.CsvReaderBuilder reader(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(1 << 20);
    }
}
