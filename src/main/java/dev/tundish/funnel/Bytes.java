package dev.tundish.funnel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Bytes that are written, or read, one after the other. Reading past the end throws {@link IndexOutOfBoundsException}. */
final class Bytes {

    private byte[] bytes;
    private int at;

    Bytes() {
        this(new byte[128]);
    }

    Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Small numbers of either sign become small numbers without one. */
    static long zigzag(long n) {
        return n << 1 ^ n >> 63;
    }

    static long unzigzag(long n) {
        return n >>> 1 ^ -(n & 1);
    }

    void put(int value) {
        if (at == bytes.length) {
            bytes = Arrays.copyOf(bytes, at * 2);
        }
        bytes[at++] = (byte) value;
    }

    /** Seven bits a byte, the lowest first. */
    void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            put((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        put((int) rest);
    }

    void text(String text) {
        byte[] encoded = text.getBytes(UTF_8);
        varint(encoded.length);
        if (at + encoded.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, at + encoded.length));
        }
        System.arraycopy(encoded, 0, bytes, at, encoded.length);
        at += encoded.length;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, at);
    }

    byte get() {
        return bytes[at++];
    }

    long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IndexOutOfBoundsException("a number of more than 64 bits");
    }

    String text() {
        long length = varint();
        if (length < 0 || length > bytes.length - at) {
            throw new IndexOutOfBoundsException("a text of " + length + " bytes");
        }
        String text = new String(bytes, at, (int) length, UTF_8);
        at += (int) length;
        return text;
    }

    void checkEnd() {
        if (at != bytes.length) {
            throw new IndexOutOfBoundsException((bytes.length - at) + " bytes too many");
        }
    }
}
