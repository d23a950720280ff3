package dev.tundish.imports;

import dev.tundish.imports.FileFacts.Letters;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Letters from bytes: UTF-8, and Windows-1252 for each byte that is none, which no text of a spreadsheet is by accident.
 * In one pass, so that a file need not be read twice to find out.
 */
final class LetterReader extends Reader {

    private static final String WINDOWS = windows();

    private final InputStream in;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private final CharBuffer letters = CharBuffer.allocate(1 << 16).flip();
    private boolean end;
    private boolean begun;
    private boolean accents;
    private boolean foreign;

    LetterReader(InputStream in) {
        this.in = in;
    }

    /** How the bytes that were read so far stood for letters. */
    Letters letters() {
        return !foreign ? Letters.UTF_8 : accents ? Letters.BOTH : Letters.WINDOWS_1252;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        while (!letters.hasRemaining()) {
            if (end && !bytes.hasRemaining()) {
                return -1;
            }
            decode();
        }
        int count = Math.min(length, letters.remaining());
        letters.get(into, from, count);
        return count;
    }

    private void decode() throws IOException {
        letters.clear();
        CoderResult result = utf8.decode(bytes, letters, end);
        for (int n = 0; n < letters.position() && !accents; n++) {
            accents = letters.get(n) > 0x7F && !(n == 0 && !begun && letters.get(n) == '\uFEFF');
        }
        if (result.isError()) {
            letters.put(WINDOWS.charAt(bytes.get() & 0xFF));
            foreign = true;
        } else if (result.isUnderflow() && !end) {
            fill();
        }
        letters.flip();
        if (!begun && letters.hasRemaining()) {
            begun = true;
            if (letters.get(letters.position()) == '\uFEFF') {
                letters.get();
            }
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            end = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** A letter for each byte; the five that the table leaves free are the control characters of the same number. */
    private static String windows() {
        byte[] all = new byte[256];
        for (int n = 0; n < all.length; n++) {
            all[n] = (byte) n;
        }
        char[] table = new String(all, Charset.forName("windows-1252")).toCharArray();
        for (int n = 0; n < table.length; n++) {
            table[n] = table[n] == '\uFFFD' ? (char) n : table[n];
        }
        return String.valueOf(Arrays.copyOf(table, 256));
    }
}
