package dev.tundish.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
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
        for (JsonNode example :
                body(paths, "/api/v1/keys", "post", "application/json").path("examples")) {
            server.post("/api/v1/keys", example.path("value").toString()).is(201);
        }
        for (String type : List.of("application/cloudevents+json", "application/cloudevents-batch+json")) {
            JsonNode example = body(paths, "/api/v1/events", "post", type).path("example");
            server.send(server.request("/api/v1/events")
                            .header("Content-Type", type)
                            .POST(BodyPublishers.ofString(example.toString())))
                    .is(200);
        }
        JsonNode bodies = description.json().path("components").path("requestBodies");
        JsonNode calls = bodies.at("/TrackingCall/content/application~1json/examples");
        server.post("/v1/track", calls.at("/track/value").toString()).is(200).counts(1, 0, 0);
        server.post("/v1/identify", calls.at("/identify/value").toString())
                .is(200)
                .counts(1, 0, 0);
        server.post(
                        "/v1/batch",
                        bodies.at("/TrackingBatch/content/application~1json/example")
                                .toString())
                .is(200)
                .counts(0, 1, 0);
    }
}
