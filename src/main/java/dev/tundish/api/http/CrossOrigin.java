package dev.tundish.api.http;

import dev.tundish.access.ApiKey;
import dev.tundish.access.Keys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What browsers are told of other origins (CORS): pages of the origins that a public key names may send with it, and read
 * the answer. With a key that a server keeps to itself they may not: it has no business in a page.
 */
final class CrossOrigin {

    private static final String SENT = "authorization, content-type, content-encoding, x-retry-count, ce-id, ce-source,"
            + " ce-specversion, ce-type, ce-time, ce-subject, ce-dataschema";
    private static final String FORGET_AFTER_SECONDS = "600";

    private CrossOrigin() {}

    /** The origin of the page that asks, or null: no browser, or a page of our own. */
    static @Nullable String of(ServerHttpRequest request) {
        return request.getHeaders().getFirst(HttpHeaders.ORIGIN);
    }

    /** Whether a browser asks what it may send, before it does. */
    static boolean isPreflight(ServerHttpRequest request) {
        return request.getMethod() == HttpMethod.OPTIONS
                && of(request) != null
                && request.getHeaders().containsHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }

    /** Lets the page read the answer when a public key names its origin; whose key this is, is seen later. */
    static Mono<Void> welcome(ServerWebExchange exchange, Keys keys) {
        exchange.getResponse().getHeaders().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        String origin = of(exchange.getRequest());
        if (origin == null) {
            return Mono.empty();
        }
        return Mono.defer(keys::origins)
                .doOnNext(known -> {
                    if (known.contains(origin)) {
                        HttpHeaders headers = exchange.getResponse().getHeaders();
                        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
                        headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, HttpHeaders.RETRY_AFTER);
                    }
                })
                .then();
    }

    /** Answers what may be sent; to a page that nobody named, that nothing may. */
    static Mono<Void> preflight(ServerWebExchange exchange, Keys keys) {
        return welcome(exchange, keys).then(Mono.defer(() -> {
            HttpHeaders headers = exchange.getResponse().getHeaders();
            if (!headers.containsHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)) {
                return Mono.error(new Refusal(Problem.forbidden(
                        "No public key names the origin of this page. Name it where the key is made.")));
            }
            headers.remove(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS);
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "POST");
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, SENT);
            headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, FORGET_AFTER_SECONDS);
            exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
            return exchange.getResponse().setComplete();
        }));
    }

    /** Holds a key to where it may come from, now that it is known. */
    static void hold(ServerWebExchange exchange, ApiKey key, Door door) {
        String origin = of(exchange.getRequest());
        boolean named = origin != null
                && key.publicUse() != null
                && key.publicUse().origins().contains(origin);
        if (!named) {
            exchange.getResponse().getHeaders().remove(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
            exchange.getResponse().getHeaders().remove(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS);
        }
        if (key.isPublic() && (!named || door == Door.PROGRAMS)) {
            throw new Refusal(Problem.forbidden(
                    door == Door.PROGRAMS
                            ? "A public key only captures leads."
                            : "This key is public: it is good in pages of the origins that it names."));
        }
    }
}
