package dev.tundish.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Refused rows as a CSV that can be put right and brought in again: which row it was and why, then its cells. What a
 * spreadsheet would take for a formula has an apostrophe in front, which the import takes away again.
 */
public final class RefusedCsv implements Closeable {

    private static final List<String> FIRST = List.of("Refused row", "Refused because", "Refused code");

    private final CsvWriter writer;

    public RefusedCsv(OutputStream out, List<String> header) throws IOException {
        out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}); // else spreadsheets guess at the letters
        writer = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        List<String> names = new ArrayList<>(FIRST);
        header.forEach(name -> names.add(harmless(name)));
        writer.writeRecord(names);
    }

    public void write(RefusedRow refused) {
        List<String> cells = new ArrayList<>(
                List.of(String.valueOf(refused.row().number()), harmless(refused.detail()), refused.code()));
        refused.row().cells().forEach(cell -> cells.add(harmless(cell)));
        writer.writeRecord(cells);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** Numbers stay as they are. */
    static String harmless(String cell) {
        boolean formula = !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0;
        return formula && !cell.matches("-?\\d+([.,]\\d+)?") ? "'" + cell : cell;
    }
}
