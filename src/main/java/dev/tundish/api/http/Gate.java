package dev.tundish.api.http;

import dev.tundish.access.ApiKey;
import dev.tundish.access.Keys;
import dev.tundish.access.Scope;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.Mono;

/**
 * Stands before everything that answers: finds the request's line in the table of rights, asks for the key that it needs,
 * and lets nothing else through. A path outside the table is a 404, whoever asks.
 */
public final class Gate implements WebFilter, Ordered {

    static final String ROUTE = Gate.class.getName() + ".route";
    private static final String KEY = Gate.class.getName() + ".key";
    private static final String ADMISSION = Gate.class.getName() + ".admission";

    private static final Problem UNAUTHORIZED = Problem.of(
                    401,
                    "unauthorized",
                    "A key is needed",
                    "Send a key that is in force in the header \"Authorization: Bearer <key>\".")
            .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"tundish\"");

    private final List<Route> table;
    private final Keys keys;

    public Gate(List<Route> table, Keys keys) {
        this.table = List.copyOf(table);
        this.keys = keys;
    }

    /** The key that asks; only behind routes that need one. */
    public static ApiKey key(ServerRequest request) {
        return (ApiKey) request.attribute(KEY).orElseThrow();
    }

    /**
     * The key that asks, where it may stand in the body: the one of the header, if there is one, else this.
     *
     * @param inBody null: there is none
     */
    @SuppressWarnings("unchecked")
    public static Mono<ApiKey> key(ServerRequest request, @Nullable String inBody) {
        return Mono.justOrEmpty(request.attribute(KEY).map(ApiKey.class::cast))
                .switchIfEmpty(Mono.defer(() -> ((Function<@Nullable String, Mono<ApiKey>>)
                                request.attribute(ADMISSION).orElseThrow())
                        .apply(inBody)));
    }

    /** Refuses a key that may not do things in this campaign. */
    public static void requireCampaign(ServerRequest request, String campaign) {
        if (!key(request).mayIn(campaign)) {
            throw new Refusal(Problem.forbidden("This key is limited to other campaigns."));
        }
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().getHeaders().set("X-Content-Type-Options", "nosniff");
        PathContainer path = withoutSlash(exchange.getRequest().getPath().pathWithinApplication());
        List<Route> here = table.stream().filter(r -> r.path().matches(path)).toList();
        if (here.isEmpty()) {
            return Mono.error(
                    new Refusal(Problem.notFound("No such address. GET /api/openapi describes those there are.")));
        }
        HttpMethod method = exchange.getRequest().getMethod();
        HttpMethod asked = method == HttpMethod.HEAD ? HttpMethod.GET : method;
        Route route =
                here.stream().filter(r -> r.method().equals(asked)).findFirst().orElse(null);
        if (route != null && route.isOpen()) {
            return pass(exchange, chain, route, path, asked);
        }
        if (route == null && here.stream().allMatch(Route::isOpen)) {
            return Mono.error(notAllowed(here));
        }
        Door door = route == null ? here.getFirst().door() : route.door();
        if (door == Door.PROGRAMS) {
            return enter(exchange, chain, new Way(here, route, door, path, asked));
        }
        return CrossOrigin.isPreflight(exchange.getRequest())
                ? CrossOrigin.preflight(exchange, keys)
                : CrossOrigin.welcome(exchange, keys)
                        .then(Mono.defer(() -> enter(exchange, chain, new Way(here, route, door, path, asked))));
    }

    /** @param route null: there are routes at this path, of other methods */
    private record Way(List<Route> here, @Nullable Route route, Door door, PathContainer path, HttpMethod method) {}

    private Mono<Void> enter(ServerWebExchange exchange, WebFilterChain chain, Way way) {
        Route route = way.route();
        Function<@Nullable String, Mono<ApiKey>> admission = secret -> admit(exchange, way, secret);
        HttpHeaders headers = exchange.getRequest().getHeaders();
        if (route != null && way.door() == Door.TRACKING && !headers.containsHeader(HttpHeaders.AUTHORIZATION)) {
            exchange.getAttributes().put(ADMISSION, admission);
            return pass(exchange, chain, route, way.path(), way.method());
        }
        return admission
                .apply(Secrets.shown(headers, way.door()))
                .flatMap(key -> route == null
                        ? Mono.error(notAllowed(way.here()))
                        : pass(exchange, chain, route, way.path(), way.method()));
    }

    private Mono<ApiKey> admit(ServerWebExchange exchange, Way way, @Nullable String secret) {
        return Mono.justOrEmpty(secret)
                .flatMap(keys::authenticate)
                .switchIfEmpty(Mono.error(() -> new Refusal(UNAUTHORIZED)))
                .doOnNext(key -> {
                    CrossOrigin.hold(exchange, key, way.door());
                    if (way.route() != null) {
                        requireScopes(key, way.route());
                    }
                    exchange.getAttributes().put(KEY, key);
                });
    }

    private static void requireScopes(ApiKey key, Route route) {
        if (!route.needs().stream().allMatch(key::may)) {
            throw new Refusal(Problem.forbidden("This needs a key with the scope "
                    + route.needs().stream().map(Scope::code).sorted().collect(Collectors.joining(" and "))
                    + "."));
        }
    }

    private static Mono<Void> pass(
            ServerWebExchange exchange, WebFilterChain chain, Route route, PathContainer path, HttpMethod method) {
        PathPattern.PathMatchInfo match = route.path().matchAndExtract(path);
        exchange.getAttributes().put(ROUTE, route);
        if (match != null) {
            exchange.getAttributes().put(RouterFunctions.URI_TEMPLATE_VARIABLES_ATTRIBUTE, match.getUriVariables());
        }
        return chain.filter(
                exchange.getRequest().getMethod() == method
                                && path.value()
                                        .equals(exchange.getRequest().getPath().value())
                        ? exchange
                        : exchange.mutate()
                                .request(exchange.getRequest()
                                        .mutate()
                                        .method(method)
                                        .path(path.value())
                                        .build())
                                .build());
    }

    private static Refusal notAllowed(List<Route> here) {
        String allow =
                here.stream().map(r -> r.method().name()).distinct().sorted().collect(Collectors.joining(", "));
        return new Refusal(
                Problem.of(405, "method-not-allowed", "This method is not for this address", "Use " + allow + ".")
                        .header(HttpHeaders.ALLOW, allow));
    }

    private static PathContainer withoutSlash(PathContainer path) {
        int size = path.elements().size();
        boolean trailing = size > 1 && path.elements().getLast() instanceof PathContainer.Separator;
        return trailing ? path.subPath(0, size - 1) : path;
    }
}
