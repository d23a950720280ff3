package dev.tundish.api.inbound;

import dev.tundish.incoming.Sent;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/**
 * Makes JSON of whatever was sent, one text a body. What looks like JSON is read as such, whatever the sender calls it; a
 * form as its fields; anything else is kept as text. The parameters of the address, and the sender's own name for what it
 * sent, stand beside.
 */
final class InboundBodies {

    /** How senders name what they send, the same at every try: Standard Webhooks, and the draft that shops follow. */
    private static final List<String> SENDERS_IDS = List.of("webhook-id", "idempotency-key");

    private static final String IS_FORM_DATA = "multipart";

    private InboundBodies() {}

    /** Whether a browser may have sent it from a form on a page. */
    static boolean isForm(ServerRequest request) {
        MediaType type = type(request);
        return type != null
                && (type.getType().equals(IS_FORM_DATA)
                        || MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(type));
    }

    static Mono<List<String>> read(ServerRequest request, byte[] body) {
        Map<String, Object> beside = beside(request);
        return content(request, body).map(content -> {
            List<?> all = content instanceof List<?> list ? list : Collections.singletonList(content);
            List<String> texts = new ArrayList<>();
            for (Object one : all) {
                texts.add(Sent.write(joined(one, beside)));
            }
            return texts;
        });
    }

    /** A map, a list, or a value. */
    private static Mono<Object> content(ServerRequest request, byte[] body) {
        MediaType type = type(request);
        if (body.length == 0) {
            return Mono.just(Map.of());
        }
        if (type != null && type.getType().equals(IS_FORM_DATA)) {
            return Forms.multipart(body, request.headers().asHttpHeaders())
                    .<Object>map(fields -> fields)
                    .onErrorResume(_ -> Mono.just(text(body, charset(type))));
        }
        if (looksLikeJson(body)) {
            try {
                Object read = Sent.read(body);
                return Mono.just(read == null ? Map.of() : read);
            } catch (Sent.NotJson justText) {
                return Mono.just(text(body, charset(type)));
            }
        }
        return Mono.just(isForm(request) ? Forms.urlencoded(body, charset(type)) : text(body, charset(type)));
    }

    private static Map<String, Object> text(byte[] body, Charset charset) {
        return Map.of("text", new String(body, charset));
    }

    private static boolean looksLikeJson(byte[] body) {
        for (byte b : body) {
            if (b == '{' || b == '[') {
                return true;
            }
            boolean blankOrMark = b <= ' '; // bytes of a byte order mark are negative
            if (!blankOrMark) {
                return false;
            }
        }
        return false;
    }

    private static Map<String, Object> beside(ServerRequest request) {
        Map<String, Object> beside = new LinkedHashMap<>();
        Map<String, @Nullable Object> parameters =
                Forms.parameters(request.uri().getRawQuery(), StandardCharsets.UTF_8);
        if (!parameters.isEmpty()) {
            beside.put("query", parameters);
        }
        for (String name : SENDERS_IDS) {
            String id = request.headers().firstHeader(name);
            if (id != null && !id.isBlank()) {
                beside.putIfAbsent("sender_id", id.strip());
            }
        }
        return beside;
    }

    /** Never in place of what was sent: then it gets a name that is free. */
    private static @Nullable Object joined(@Nullable Object content, Map<String, Object> beside) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        if (content instanceof Map<?, ?> members) {
            members.forEach((name, value) -> whole.put((String) name, value));
        } else {
            whole.put("value", content);
        }
        beside.forEach((name, value) -> {
            String free = name;
            while (whole.containsKey(free)) {
                free = "_" + free;
            }
            whole.put(free, value);
        });
        return whole;
    }

    private static @Nullable MediaType type(ServerRequest request) {
        try {
            String type = request.headers().firstHeader(HttpHeaders.CONTENT_TYPE);
            return type == null ? null : MediaType.parseMediaType(type);
        } catch (InvalidMediaTypeException none) {
            return null;
        }
    }

    private static Charset charset(@Nullable MediaType type) {
        try {
            Charset charset = type == null ? null : type.getCharset();
            return charset == null ? StandardCharsets.UTF_8 : charset;
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
