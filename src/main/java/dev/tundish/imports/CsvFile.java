package dev.tundish.imports;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file as it comes in: what separates its cells and how its letters are written is found out, its rows are
 * handed out in chunks, and no more than one of them is held. Its reader may have to wait for the sender.
 */
public final class CsvFile implements Closeable {

    private static final int BEGINNING = 64 * 1024;

    private final Measured bytes;
    private final LetterReader letters;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private final char separator;
    private final List<String> header;
    private long number;
    private long rows;
    private int chunks;

    /**
     * Begins to read, up to the header.
     *
     * @param most the most bytes that are taken
     * @throws CsvTrouble when it is no CSV
     */
    public static CsvFile open(InputStream in, long most) throws IOException {
        return new CsvFile(in, most);
    }

    private CsvFile(InputStream in, long most) throws IOException {
        PushbackInputStream looked = new PushbackInputStream(in, 4);
        byte[] first = looked.readNBytes(4);
        refuseOthers(first);
        looked.unread(first);
        bytes = new Measured(looked, most);
        letters = new LetterReader(bytes);
        BufferedReader text = new BufferedReader(letters, BEGINNING);
        separator = Separators.of(beginning(text));
        reader = Separators.reader(separator).ofCsvRecord(text);
        records = reader.iterator();
        CsvRecord named = record();
        while (named != null && isBlank(named)) {
            named = record();
        }
        if (named == null) {
            throw new CsvTrouble("The file is empty. Its first row must name the columns.");
        }
        header = Header.of(named.getFields());
    }

    /** The names of the columns: none blank, each once. */
    public List<String> header() {
        return header;
    }

    /** The next rows, or null at the end. */
    public @Nullable Chunk next() {
        List<Row> taken = new ArrayList<>();
        int length = 0;
        while (taken.size() < Chunk.ROWS && length < Chunk.LETTERS) {
            CsvRecord record = record();
            if (record == null) {
                break;
            }
            if (!isBlank(record)) {
                taken.add(new Row(number, record.getFields()));
                length += record.getFields().stream().mapToInt(String::length).sum();
            }
        }
        rows += taken.size();
        return taken.isEmpty() ? null : new Chunk(chunks++, taken);
    }

    /** What was found out; asked once, when the end was reached. */
    public FileFacts facts() {
        return new FileFacts(bytes.digest(), bytes.count(), letters.letters(), separator, rows, chunks);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private @Nullable CsvRecord record() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            number++;
            return records.next();
        } catch (CsvParseException | UncheckedIOException unreadable) {
            if (unreadable.getCause() instanceof CsvTrouble trouble) {
                throw trouble;
            }
            throw new CsvTrouble("Row " + (number + 1)
                    + " cannot be read: look there for a quotation mark that is not closed. Nothing was taken.");
        }
    }

    private static boolean isBlank(CsvRecord record) {
        return record.getFields().stream().allMatch(String::isBlank);
    }

    private static String beginning(BufferedReader text) throws IOException {
        char[] beginning = new char[BEGINNING];
        text.mark(BEGINNING + 1);
        int length = 0;
        int read = 0;
        while (length < beginning.length && (read = text.read(beginning, length, beginning.length - length)) >= 0) {
            length += read;
        }
        text.reset();
        String all = new String(beginning, 0, length);
        int cut = all.lastIndexOf('\n');
        return read < 0 || cut < 0 ? all : all.substring(0, cut + 1); // not half a row
    }

    private static void refuseOthers(byte[] first) {
        if (first.length >= 2
                && (first[0] == (byte) 0xFE && first[1] == (byte) 0xFF
                        || first[0] == (byte) 0xFF && first[1] == (byte) 0xFE)) {
            throw new CsvTrouble("The file is written in UTF-16. Save it as “CSV UTF-8” and bring it again.");
        }
        if (first.length >= 2 && first[0] == 'P' && first[1] == 'K') {
            throw new CsvTrouble("This is a spreadsheet or an archive, not a CSV file. Save the sheet as “CSV UTF-8”.");
        }
    }
}
