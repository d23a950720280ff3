package dev.tundish.api.http;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Inflates a gzip stream (RFC 1952) that arrives in pieces, never holding more than one bounded piece of the result: a
 * bomb costs its reader nothing but the pieces that it takes.
 */
public final class Gunzip implements AutoCloseable {

    private static final int PIECE = 32 * 1024;

    private enum Part {
        HEADER,
        BODY,
        TRAILER
    }

    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private final GzipHeader header = new GzipHeader();
    private Part part = Part.HEADER;
    private byte[] input = {};
    private int at;
    private long trailer;
    private int trailerBytes;
    private boolean members;

    /** Gives it the next bytes; all that {@link #next} had to give has been taken before. */
    public void feed(byte[] bytes) {
        input = bytes;
        at = 0;
    }

    /**
     * The next piece, or null when more input is needed.
     *
     * @throws Refusal (400) when this is no gzip stream
     */
    public byte @Nullable [] next() {
        while (at < input.length || part == Part.BODY) {
            switch (part) {
                case HEADER -> {
                    if (header.take(input[at++])) {
                        part = Part.BODY;
                        members = true;
                    }
                }
                case BODY -> {
                    byte[] piece = inflate();
                    if (piece != null) {
                        return piece;
                    }
                    if (part == Part.BODY) {
                        return null;
                    }
                }
                case TRAILER -> trailer(input[at++] & 0xFF);
            }
        }
        return null;
    }

    private byte @Nullable [] inflate() {
        if (inflater.needsInput() && at < input.length) {
            inflater.setInput(input, at, input.length - at);
            at = input.length;
        }
        byte[] piece = new byte[PIECE];
        try {
            int length = inflater.inflate(piece);
            check.update(piece, 0, length);
            if (inflater.finished()) {
                at = input.length - inflater.getRemaining();
                part = Part.TRAILER;
            } else if (inflater.needsDictionary()) {
                throw broken();
            }
            return length == 0 ? null : Arrays.copyOf(piece, length);
        } catch (DataFormatException wrong) {
            throw broken();
        }
    }

    private void trailer(int value) {
        trailer |= (long) value << (8 * trailerBytes++);
        if (trailerBytes == 8) {
            boolean whole = (trailer & 0xFFFF_FFFFL) == check.getValue()
                    && trailer >>> 32 == (inflater.getBytesWritten() & 0xFFFF_FFFFL);
            if (!whole) {
                throw broken();
            }
            inflater.reset();
            check.reset();
            header.reset();
            trailer = 0;
            trailerBytes = 0;
            part = Part.HEADER;
        }
    }

    /** Called when no more input comes. */
    public void end() {
        if (part != Part.HEADER || header.begun() || !members) {
            throw broken();
        }
    }

    private static Refusal broken() {
        return new Refusal(Problem.badRequest("The body is not a whole gzip stream, as Content-Encoding says it is."));
    }

    @Override
    public void close() {
        inflater.end();
    }

    /** The bytes before the data of a member. */
    private static final class GzipHeader {

        private int count;
        private int flags;
        private int extra = -1;
        private int zeros;
        private int crc;

        boolean begun() {
            return count > 0;
        }

        void reset() {
            count = 0;
            flags = 0;
            extra = -1;
            zeros = 0;
            crc = 0;
        }

        /** Takes a byte; whether the header ends with it. */
        boolean take(byte value) {
            int n = count++;
            if (n == 0 && value != 0x1F || n == 1 && value != (byte) 0x8B || n == 2 && value != 8) {
                throw broken();
            }
            if (n == 3) {
                flags = value;
                zeros = ((flags & 8) != 0 ? 1 : 0) + ((flags & 16) != 0 ? 1 : 0);
                crc = (flags & 2) != 0 ? 2 : 0;
            }
            if (n < 10) {
                return n == 9 && (flags & 4) == 0 && zeros == 0 && crc == 0;
            }
            if ((flags & 4) != 0 && n < 12) {
                extra = n == 10 ? value & 0xFF : extra | (value & 0xFF) << 8;
                return n == 11 && extra == 0 && zeros == 0 && crc == 0;
            }
            if (extra > 0) {
                extra--;
            } else if (zeros > 0) {
                zeros -= value == 0 ? 1 : 0;
            } else {
                crc--;
            }
            return extra <= 0 && zeros == 0 && crc == 0;
        }
    }
}
