package dev.tundish.api.http;

import dev.tundish.access.ApiKey;
import dev.tundish.access.Audit;
import dev.tundish.access.Scope;
import java.net.URI;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Writes down what is done through the API, for every route that changes what an administrator answers for, and for leads
 * that are fetched as a file. It stands between the table of routes and their handlers, so that no handler can forget it.
 * What was done is answered for when it is written down.
 */
final class Deeds {

    private static final String ROOT = "/api/v1/";

    private final Audit audit;

    Deeds(Audit audit) {
        this.audit = audit;
    }

    /** The handler, and then the entry, if its route is one of those. */
    HandlerFunction<ServerResponse> written(Route route, HandlerFunction<ServerResponse> handler) {
        return isWritten(route)
                ? request -> handler.handle(request)
                        .flatMap(response -> response.statusCode().is2xxSuccessful()
                                ? write(route, request, response).thenReturn(response)
                                : Mono.just(response))
                : handler;
    }

    /** Events are written down in the log, where they are what is kept. */
    static boolean isWritten(Route route) {
        return !route.method().equals(HttpMethod.GET) && route.needs().contains(Scope.ADMIN)
                || pattern(route).endsWith("/leads.csv");
    }

    static Audit.Kind kind(Route route) {
        String path = pattern(route);
        if (path.startsWith(ROOT + "keys")) {
            return Audit.Kind.KEYS;
        }
        if (path.contains("/erasures") || path.endsWith("/lead/card")) {
            return Audit.Kind.ERASURES;
        }
        if (path.endsWith("/leads.csv")) {
            return Audit.Kind.EXPORTS;
        }
        return path.contains("/changes") ? Audit.Kind.CHANGES : Audit.Kind.CAMPAIGNS;
    }

    /** The path and no question behind it: that may name a lead. */
    private Mono<Void> write(Route route, ServerRequest request, ServerResponse response) {
        ApiKey key = Gate.key(request);
        URI made = response.headers().getLocation();
        String words =
                "By the API: " + route.method() + " " + request.path() + (made == null ? "" : " → " + made) + ".";
        String prefix = key.prefix().isEmpty() ? "" : " (" + key.prefix() + "…)";
        return audit.record("key “" + key.name() + "”" + prefix, kind(route), words);
    }

    private static String pattern(Route route) {
        return route.path().getPatternString();
    }
}
