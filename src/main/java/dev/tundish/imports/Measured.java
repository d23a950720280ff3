package dev.tundish.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Counts and digests the bytes that pass, and lets no more pass than are allowed. */
final class Measured extends FilterInputStream {

    private final long most;
    private final MessageDigest digest = sha256();
    private long count;

    Measured(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    long count() {
        return count;
    }

    /** Of all that passed; asked once. */
    byte[] digest() {
        return digest.digest();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        if (read > 0) {
            digest.update(into, from, read);
            count += read;
            if (count > most) {
                throw new CsvTrouble(
                        "The file is larger than " + (most >> 20)
                                + " MB, the most that is taken at once. Split it; the parts may overlap, nothing is counted twice.");
            }
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
