package dev.tundish.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;

/**
 * The HTTP API as the demo uses it: like any sender's program. A server that is away or full is asked again, after the
 * time it names or a growing one of its own, for as long as it takes.
 */
final class DemoApi {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final WebClient http;

    DemoApi(String address, String key) {
        this.http = WebClient.builder()
                .baseUrl(address)
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key)
                .build();
    }

    /** The answer was no, and asking again would not change it. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(HttpStatusCode status, String path) {
            super(path + " answered " + status.value());
        }
    }

    private static final class Later extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final @Nullable Duration after;

        Later(HttpStatusCode status, @Nullable Duration after) {
            super("answered " + status.value());
            this.after = after;
        }
    }

    /** The campaign as the API shows it, or empty: there is none. */
    Mono<JsonNode> campaign(String key) {
        return patiently(http.get().uri("/api/v1/campaigns/{key}", key), "the campaign");
    }

    /** Creates a campaign. */
    Mono<JsonNode> create(String key, Map<String, Object> definition) {
        return patiently(
                http.put()
                        .uri("/api/v1/campaigns/{key}", key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(definition),
                "the campaign");
    }

    /** Writes down what marketing changed in a campaign. */
    Mono<JsonNode> change(String campaign, Map<String, Object> change) {
        return patiently(
                http.post()
                        .uri("/api/v1/campaigns/{key}/changes", campaign)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(change),
                "the changes");
    }

    /** How many leads came in from a moment on. */
    Mono<Long> leadsSince(String campaign, Instant from) {
        return patiently(
                        http.get()
                                .uri(
                                        "/api/v1/campaigns/{key}/funnel?mode=activity&parts=counts&from={from}",
                                        campaign,
                                        from.toString()),
                        "the funnel")
                .map(report -> report.path("stages").path(0).path("leads").asLong());
    }

    /** Sends events; how many of them were refused for good. */
    Mono<Integer> send(List<DemoEvent> events) {
        List<Map<String, Object>> bodies = events.stream().map(DemoEvent::body).toList();
        return patiently(
                        http.post()
                                .uri("/api/v1/events")
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(bodies),
                        "the intake")
                .map(answer -> answer.path("rejectedCount").asInt());
    }

    private static Mono<JsonNode> patiently(WebClient.RequestHeadersSpec<?> request, String what) {
        return request.exchangeToMono(response -> read(response, what))
                .timeout(PATIENCE)
                .retryWhen(Retry.from(signals -> signals.concatMap(signal -> {
                    Duration wait = waitAfter(signal.failure(), signal.totalRetriesInARow());
                    return wait == null ? Mono.error(signal.failure()) : Mono.delay(wait);
                })));
    }

    private static Mono<JsonNode> read(ClientResponse response, String what) {
        HttpStatusCode status = response.statusCode();
        if (status.is2xxSuccessful() || status.value() == 422) {
            return response.bodyToMono(JsonNode.class);
        }
        if (status.value() == 404) {
            return response.releaseBody().then(Mono.empty());
        }
        if (status.value() == 429 || status.is5xxServerError()) {
            return response.releaseBody().then(Mono.error(new Later(status, retryAfter(response))));
        }
        return response.releaseBody().then(Mono.error(new Refused(status, what)));
    }

    private static @Nullable Duration retryAfter(ClientResponse response) {
        String seconds = response.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        return seconds != null && seconds.matches("[0-9]{1,4}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }

    private static @Nullable Duration waitAfter(Throwable failure, long triesBefore) {
        Duration growing = FIRST_WAIT.multipliedBy(1L << Math.min(triesBefore, 6));
        Duration held = growing.compareTo(LONGEST_WAIT) < 0 ? growing : LONGEST_WAIT;
        return switch (failure) {
            case Later later -> later.after == null ? held : later.after;
            case WebClientRequestException _, TimeoutException _ -> held;
            default -> null;
        };
    }
}
