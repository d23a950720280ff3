package dev.tundish.api.http;

import dev.tundish.access.Scope;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One line of the table of rights: what is not in it does not exist.
 *
 * @param needs the scopes that a key must have, all of them; empty: open to everybody
 * @param handler null: answered elsewhere (health and metrics)
 * @param door who it is for, and where they show their key
 */
public record Route(
        HttpMethod method,
        PathPattern path,
        Set<Scope> needs,
        @Nullable HandlerFunction<ServerResponse> handler,
        Door door) {

    private static final PathPatternParser PARSER = new PathPatternParser();

    /** A route for keys with all of these scopes, one at least. */
    public static Route of(
            HttpMethod method, String path, HandlerFunction<ServerResponse> handler, Scope scope, Scope... more) {
        Set<Scope> needs = new HashSet<>(Set.of(more));
        needs.add(scope);
        return new Route(method, PARSER.parse(path), Set.copyOf(needs), handler, Door.PROGRAMS);
    }

    /** A route that needs no key. */
    public static Route open(HttpMethod method, String path, @Nullable HandlerFunction<ServerResponse> handler) {
        return new Route(method, PARSER.parse(path), Set.of(), handler, Door.PROGRAMS);
    }

    /** A route that is answered elsewhere, for keys with this scope. */
    public static Route elsewhere(HttpMethod method, String path, Scope scope) {
        return new Route(method, PARSER.parse(path), Set.of(scope), null, Door.PROGRAMS);
    }

    /** The same for others, too. */
    public Route at(Door other) {
        return new Route(method, path, needs, handler, other);
    }

    public boolean isOpen() {
        return needs.isEmpty();
    }
}
