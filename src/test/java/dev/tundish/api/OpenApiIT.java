package dev.tundish.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The server takes the examples of its own description. */
class OpenApiIT {

    @RegisterExtension
    static final ApiServer api = new ApiServer();

    private final ApiServer.Running server = api.here();

    private static JsonNode body(JsonNode paths, String path, String method, String type) {
        return paths.path(path).path(method).path("requestBody").path("content").path(type);
    }

    @Test
    void takesTheExamplesOfItsDescription() {
        Reply description = server.send(server.request("/api/openapi").setHeader("Authorization", "none"));
        JsonNode paths = description.is(200).json().path("paths");
        server.put(
                        "/api/v1/campaigns/spring",
                        body(paths, "/api/v1/campaigns/{key}", "put", "application/json")
                                .path("example")
                                .toString())
                .is(201);
        JsonNode examples =
                body(paths, "/api/v1/events", "post", "application/json").path("examples");
        assertThat(examples).hasSizeGreaterThan(1);
        for (JsonNode example : examples) {
            server.post("/api/v1/events", example.path("value").toString()).is(200);
        }
        server.lines(body(paths, "/api/v1/events", "post", "application/x-ndjson")
                        .path("example")
                        .asString())
                .is(200);
        server.post(
                        "/api/v1/keys",
                        body(paths, "/api/v1/keys", "post", "application/json")
                                .path("example")
                                .toString())
                .is(201);
    }
}
