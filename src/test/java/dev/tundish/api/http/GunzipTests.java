package dev.tundish.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GunzipTests {

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] inflate(byte[] zipped, int piece) {
        var out = new ByteArrayOutputStream();
        try (var gunzip = new Gunzip()) {
            for (int from = 0; from < zipped.length; from += piece) {
                gunzip.feed(Arrays.copyOfRange(zipped, from, Math.min(zipped.length, from + piece)));
                for (byte[] next = gunzip.next(); next != null; next = gunzip.next()) {
                    out.writeBytes(next);
                }
            }
            gunzip.end();
        }
        return out.toByteArray();
    }

    @Test
    void inflatesInPiecesOfAnySizeAndSeveralMembers() throws IOException {
        byte[] bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        Arrays.fill(bytes, 20_000, 90_000, (byte) 'x');
        var twice = new ByteArrayOutputStream();
        twice.writeBytes(gzip(bytes));
        twice.writeBytes(gzip(bytes));
        var expected = new ByteArrayOutputStream();
        expected.writeBytes(bytes);
        expected.writeBytes(bytes);
        for (int piece : new int[] {1, 7, 1_000, 1 << 20}) {
            assertThat(inflate(twice.toByteArray(), piece)).isEqualTo(expected.toByteArray());
        }
    }

    @Test
    void refusesWhatIsCutOffOrBroken() throws IOException {
        byte[] whole = gzip("hello".getBytes(StandardCharsets.UTF_8));
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> inflate(part, 5)).isInstanceOf(Refusal.class);
        }
        whole[whole.length - 1] ^= 1;
        assertThatThrownBy(() -> inflate(whole, 5)).isInstanceOf(Refusal.class);
    }
}
