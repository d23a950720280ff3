package dev.tundish.api.openapi;

import dev.tundish.api.http.Json;
import dev.tundish.api.http.Route;
import dev.tundish.api.http.Routes;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /api/openapi}: the description of the API as it is kept beside the code. */
@Component
public final class OpenApiRoutes implements Routes {

    private final byte[] document;

    public OpenApiRoutes() throws IOException {
        try (var in = Objects.requireNonNull(OpenApiRoutes.class.getResourceAsStream("/openapi.json"))) {
            document = in.readAllBytes();
        }
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.open(HttpMethod.GET, "/api/openapi", this::show));
    }

    private Mono<ServerResponse> show(ServerRequest request) {
        return Json.answer(200).contentType(MediaType.APPLICATION_JSON).bodyValue(document);
    }
}
