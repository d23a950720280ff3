package dev.tundish.api.http;

import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Bodies of requests, inflated, counted after inflation. */
public final class Bodies {

    /** How much of a body that is too large is still read, so that its sender comes to read the answer. */
    private static final long PATIENCE = 16L << 20;

    /** No JSON begins with it. */
    private static final byte GZIP = 0x1F;

    private Bodies() {}

    /** The body's type without parameters, or a 415. */
    public static MediaType type(ServerRequest request, MediaType... known) {
        try {
            MediaType type = request.headers().contentType().orElse(null);
            if (type != null) {
                for (MediaType one : known) {
                    if (one.equalsTypeAndSubtype(type)) {
                        return one;
                    }
                }
            }
        } catch (InvalidMediaTypeException none) {
            throw unsupportedType(known);
        }
        throw unsupportedType(known);
    }

    private static Refusal unsupportedType(MediaType... known) {
        String names = String.join(
                " or ", List.of(known).stream().map(MediaType::toString).toList());
        return new Refusal(Problem.unsupported("Send it as " + names + " and say so in Content-Type.")
                .header(HttpHeaders.ACCEPT, names));
    }

    /** The whole body, or a 413 when it is longer than this after inflation. */
    public static Mono<byte[]> whole(ServerRequest request, int limit) {
        return Mono.defer(() -> gathered(pieces(request), limit));
    }

    /** The same, of senders that say nothing true of their compression: gzip is known by how it begins. */
    public static Mono<byte[]> wholeWhatever(ServerRequest request, int limit) {
        return Mono.defer(() -> gathered(
                raw(request).filter(piece -> piece.length > 0).switchOnFirst((first, all) -> {
                    byte[] piece = first.get();
                    return piece != null && piece[0] == GZIP ? inflated(all) : all;
                }),
                limit));
    }

    private static Mono<byte[]> gathered(Flux<byte[]> pieces, int limit) {
        return Mono.defer(() -> {
            var bytes = new ByteArrayOutputStream();
            long[] read = {0};
            return pieces.takeUntil(piece -> {
                        read[0] += piece.length;
                        if (read[0] <= limit) {
                            bytes.writeBytes(piece);
                        }
                        return read[0] > limit + PATIENCE;
                    })
                    .then(Mono.fromSupplier(() -> {
                        if (read[0] > limit) {
                            throw new Refusal(
                                    Problem.tooLarge("It may have at most " + limit + " bytes (after inflation)."));
                        }
                        return bytes.toByteArray();
                    }));
        });
    }

    /** The body piece by piece as it arrives; not read faster than the pieces are taken. */
    public static Flux<byte[]> pieces(ServerRequest request) {
        boolean gzip = isGzip(request.headers().asHttpHeaders());
        return gzip ? inflated(raw(request)) : raw(request);
    }

    private static Flux<byte[]> raw(ServerRequest request) {
        return request.body(BodyExtractors.toDataBuffers()).map(Bodies::copy);
    }

    private static Flux<byte[]> inflated(Flux<byte[]> raw) {
        return Flux.using(Gunzip::new, gunzip -> inflate(raw, gunzip), Gunzip::close);
    }

    private static Flux<byte[]> inflate(Flux<byte[]> raw, Gunzip gunzip) {
        return raw.concatMapIterable(
                        piece -> () -> {
                            gunzip.feed(piece);
                            return new Pieces(gunzip);
                        },
                        1)
                .concatWith(Mono.fromRunnable(gunzip::end));
    }

    private static boolean isGzip(HttpHeaders headers) {
        String encoding = String.join(",", headers.getOrEmpty(HttpHeaders.CONTENT_ENCODING))
                .toLowerCase(Locale.ROOT)
                .trim();
        return switch (encoding) {
            case "", "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default ->
                throw new Refusal(Problem.unsupported("Content-Encoding may be gzip or left out.")
                        .header(HttpHeaders.ACCEPT_ENCODING, "gzip"));
        };
    }

    private static byte[] copy(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    /** What one piece of input inflates to, one bounded piece after the other as they are asked for. */
    private static final class Pieces implements Iterator<byte[]> {

        private final Gunzip gunzip;
        private byte @Nullable [] next;

        Pieces(Gunzip gunzip) {
            this.gunzip = gunzip;
        }

        @Override
        public boolean hasNext() {
            if (next == null) {
                next = gunzip.next();
            }
            return next != null;
        }

        @Override
        public byte[] next() {
            byte[] piece = next;
            if (piece == null && hasNext()) {
                piece = next;
            }
            if (piece == null) {
                throw new NoSuchElementException();
            }
            next = null;
            return piece;
        }
    }
}
