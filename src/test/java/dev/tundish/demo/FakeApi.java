package dev.tundish.demo;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** As much of the API as the demo speaks to, without anything behind it. */
final class FakeApi implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Map<String, JsonNode> campaigns = new ConcurrentHashMap<>();
    final Map<String, JsonNode> changes = new ConcurrentHashMap<>();
    final Map<String, JsonNode> events = new ConcurrentHashMap<>();
    final AtomicInteger sent = new AtomicInteger();
    final AtomicInteger largest = new AtomicInteger();
    /** How many of the next posts are answered with 503. */
    final AtomicInteger fullFor = new AtomicInteger();
    /** Nobody's key: posts are answered with 401. */
    volatile boolean revoked;

    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes -> routes.get("/api/v1/campaigns/{key}", this::campaign)
                    .put("/api/v1/campaigns/{key}", this::create)
                    .post("/api/v1/campaigns/{key}/changes", this::change)
                    .get("/api/v1/campaigns/{key}/funnel", this::funnel)
                    .post("/api/v1/events", this::intake))
            .bindNow();

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    private Publisher<Void> campaign(HttpServerRequest request, HttpServerResponse response) {
        JsonNode campaign = campaigns.get(String.valueOf(request.param("key")));
        return campaign == null ? response.status(404).send() : json(response, campaign);
    }

    private Publisher<Void> create(HttpServerRequest request, HttpServerResponse response) {
        return body(request).flatMap(body -> {
            campaigns.put(String.valueOf(request.param("key")), JSON.readTree(body));
            return Flux.from(json(response.status(201), JSON.readTree(body))).then();
        });
    }

    private Publisher<Void> change(HttpServerRequest request, HttpServerResponse response) {
        return body(request).flatMap(body -> {
            changes.put(String.valueOf(request.param("key")), JSON.readTree(body));
            return Flux.from(json(response.status(201), JSON.readTree(body))).then();
        });
    }

    private Publisher<Void> funnel(HttpServerRequest request, HttpServerResponse response) {
        String query = request.uri().substring(request.uri().indexOf("from=") + 5);
        Instant from = Instant.parse(URLDecoder.decode(query.split("&")[0], StandardCharsets.UTF_8));
        long leads = events.values().stream()
                .filter(e -> e.path("type").asString().equals("lead.captured"))
                .filter(e -> e.path("campaign").asString().equals(request.param("key")))
                .filter(e -> !Instant.parse(e.path("at").asString()).isBefore(from))
                .count();
        return json(response, Map.of("stages", List.of(Map.of("key", "captured", "leads", leads))));
    }

    private Publisher<Void> intake(HttpServerRequest request, HttpServerResponse response) {
        return body(request).flatMap(body -> {
            if (revoked) {
                return response.status(401).send().then();
            }
            if (fullFor.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                return response.status(503).header("Retry-After", "0").send().then();
            }
            JsonNode array = JSON.readTree(body);
            largest.accumulateAndGet(array.size(), Math::max);
            for (JsonNode event : array) {
                sent.incrementAndGet();
                events.put(
                        event.path("campaign").asString() + "/"
                                + event.path("id").asString(),
                        event);
            }
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("accepted", array.size());
            answer.put("rejectedCount", 0);
            return Flux.from(json(response, answer)).then();
        });
    }

    /** What was sent, in the order of its times. */
    List<JsonNode> inOrder() {
        List<JsonNode> all = new ArrayList<>(events.values());
        all.sort(Comparator.comparing(e -> Instant.parse(e.path("at").asString())));
        return all;
    }

    private static Mono<String> body(HttpServerRequest request) {
        return request.receive().aggregate().asString();
    }

    private static Publisher<Void> json(HttpServerResponse response, Object body) {
        return response.header("Content-Type", "application/json").sendString(Mono.just(JSON.writeValueAsString(body)));
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
