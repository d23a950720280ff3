package dev.tundish.api.http;

import dev.tundish.grammar.StrictJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/** JSON in and out: strict (RFC 8259) and of bounded depth when read. */
public final class Json {

    public static final int DEPTH = StrictJson.DEPTH;
    private static final JsonMapper WRITER = JsonMapper.builder().build();

    private Json() {}

    /** Reads bytes of UTF-8 (see {@link StrictJson}). */
    public static JsonParser parser(byte[] utf8, int from, int length) {
        return StrictJson.parser(utf8, from, length);
    }

    public static byte[] bytes(@Nullable Object value) {
        return WRITER.writeValueAsBytes(value);
    }

    /** An answer that no cache keeps. */
    public static ServerResponse.BodyBuilder answer(int status) {
        return ServerResponse.status(status).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** 200 with this. */
    public static Mono<ServerResponse> ok(Object value) {
        return of(answer(200), value);
    }

    public static Mono<ServerResponse> of(ServerResponse.BodyBuilder answer, Object value) {
        return answer.contentType(MediaType.APPLICATION_JSON).bodyValue(bytes(value));
    }

    /** The answer that a problem is. */
    public static Mono<ServerResponse> problem(Problem problem) {
        return answer(problem.status())
                .headers(headers -> headers.putAll(problem.headers()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyValue(bytes(problem.members()));
    }
}
