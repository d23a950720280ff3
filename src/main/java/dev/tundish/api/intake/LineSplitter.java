package dev.tundish.api.intake;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts bytes into lines as they arrive. It never holds more than one line of the longest kind: of one that is longer the
 * rest is thrown away as it comes. Blank lines are counted and not given.
 */
final class LineSplitter {

    /** The most bytes of a line, without its line break. */
    static final int LONGEST = 128 * 1024;

    /** A line; {@code tooLong}: of one whose bytes were not kept. */
    @SuppressWarnings("ArrayRecordComponent")
    record Line(long index, byte[] bytes, boolean tooLong) {}

    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private long index;
    private boolean tooLong;

    /** The lines that end in these bytes. */
    List<Line> feed(byte[] bytes) {
        List<Line> lines = new ArrayList<>();
        int from = 0;
        for (int n = 0; n < bytes.length; n++) {
            if (bytes[n] == '\n') {
                keep(bytes, from, n);
                end(lines);
                from = n + 1;
            }
        }
        keep(bytes, from, bytes.length);
        return lines;
    }

    /** The last line, when no line break ended it. */
    List<Line> end() {
        List<Line> lines = new ArrayList<>();
        if (line.size() > 0 || tooLong) {
            end(lines);
        }
        return lines;
    }

    /** One byte more than a line may have is kept: it may be the carriage return. */
    private void keep(byte[] bytes, int from, int to) {
        int length = to - from;
        if (tooLong || line.size() + length > LONGEST + 1) {
            tooLong = true;
            line.reset();
        } else {
            line.write(bytes, from, length);
        }
    }

    private void end(List<Line> lines) {
        byte[] bytes = line.toByteArray();
        boolean carriage = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
        if (tooLong || bytes.length - (carriage ? 1 : 0) > LONGEST) {
            lines.add(new Line(index, new byte[0], true));
        } else if (!isBlank(bytes)) {
            lines.add(new Line(index, bytes, false));
        }
        line.reset();
        tooLong = false;
        index++;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
