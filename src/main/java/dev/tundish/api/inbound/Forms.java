package dev.tundish.api.inbound;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ReactiveHttpInputMessage;
import org.springframework.http.codec.multipart.DefaultPartHttpMessageReader;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what browsers and form tools post. A field that stands more than once is a list; of a file its name is read. */
final class Forms {

    private static final int PARTS = 1_000;

    private Forms() {}

    static Map<String, @Nullable Object> urlencoded(byte[] body, Charset charset) {
        return parameters(charset.decode(ByteBuffer.wrap(body)).toString(), charset);
    }

    /** The fields of {@code a=1&b=2}. */
    static Map<String, @Nullable Object> parameters(@Nullable String text, Charset charset) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (text == null) {
            return fields;
        }
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals), charset);
            if (!name.isEmpty()) {
                add(fields, name, equals < 0 ? "" : decoded(pair.substring(equals + 1), charset));
            }
        }
        return fields;
    }

    /** What is escaped wrongly stays as it was written. */
    private static String decoded(String text, Charset charset) {
        try {
            return URLDecoder.decode(text, charset);
        } catch (IllegalArgumentException escapedWrongly) {
            return text;
        }
    }

    private static void add(Map<String, @Nullable Object> fields, String name, String value) {
        fields.merge(name, value, (before, more) -> {
            List<@Nullable Object> all =
                    before instanceof List<?> list ? new ArrayList<>(list) : new ArrayList<>(List.of(before));
            all.add(more);
            return all;
        });
    }

    /** Fails when it is none. */
    static Mono<Map<String, @Nullable Object>> multipart(byte[] body, HttpHeaders headers) {
        DefaultPartHttpMessageReader reader = new DefaultPartHttpMessageReader();
        reader.setMaxParts(PARTS);
        return reader.read(ResolvableType.forClass(Part.class), new Whole(body, headers), Map.of())
                .concatMap(part -> {
                    if (part instanceof FormFieldPart field) {
                        return Mono.just(Map.entry(field.name(), field.value()));
                    }
                    String value = part instanceof FilePart file ? file.filename() : "";
                    return part.delete().thenReturn(Map.entry(part.name(), value));
                })
                .collect(
                        () -> new LinkedHashMap<String, @Nullable Object>(),
                        (fields, each) -> add(fields, each.getKey(), each.getValue()));
    }

    /** A body that was read already. */
    private static final class Whole implements ReactiveHttpInputMessage {

        private final DataBuffer body;
        private final HttpHeaders headers;

        Whole(byte[] body, HttpHeaders headers) {
            this.body = DefaultDataBufferFactory.sharedInstance.wrap(body);
            this.headers = headers;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return Flux.just(body).doOnDiscard(DataBuffer.class, DataBufferUtils::release);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
