package dev.tundish.api.keys;

import dev.tundish.access.ApiKey;
import dev.tundish.access.Keys;
import dev.tundish.access.PublicUse;
import dev.tundish.access.Scope;
import dev.tundish.api.http.Bodies;
import dev.tundish.api.http.Gate;
import dev.tundish.api.http.Json;
import dev.tundish.api.http.JsonObject;
import dev.tundish.api.http.Problem;
import dev.tundish.api.http.Query;
import dev.tundish.api.http.Refusal;
import dev.tundish.api.http.Route;
import dev.tundish.api.http.Routes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code /api/v1/keys} (contract, 6). A key that is limited itself may not touch keys: it could widen itself. */
@Component
public final class KeyRoutes implements Routes {

    private static final int LONGEST = 64 * 1024;

    private final Keys keys;

    public KeyRoutes(Keys keys) {
        this.keys = keys;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of(HttpMethod.POST, "/api/v1/keys", this::make, Scope.ADMIN),
                Route.of(HttpMethod.GET, "/api/v1/keys", this::list, Scope.ADMIN),
                Route.of(HttpMethod.DELETE, "/api/v1/keys/{id}", this::revoke, Scope.ADMIN));
    }

    private Mono<ServerResponse> make(ServerRequest request) {
        requireUnlimited(request);
        Query.of(request).only(Set.of());
        Bodies.type(request, MediaType.APPLICATION_JSON);
        return Bodies.whole(request, LONGEST)
                .map(JsonObject::parse)
                .map(KeyRequest::of)
                .flatMap(this::make)
                .flatMap(made -> {
                    Map<String, @Nullable Object> members = members(made.key());
                    members.put("key", made.secret());
                    return Json.of(
                            Json.answer(201)
                                    .header(
                                            "Location",
                                            "/api/v1/keys/" + made.key().id()),
                            members);
                });
    }

    private Mono<Keys.Made> make(KeyRequest asked) {
        return asked.publicUse() != null && asked.campaigns() != null
                ? keys.makePublic(asked.name(), asked.campaigns(), asked.publicUse())
                : keys.make(asked.name(), asked.scopes(), asked.campaigns(), asked.types());
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        requireUnlimited(request);
        Query.of(request).only(Set.of());
        return keys.all().map(KeyRoutes::members).collectList().flatMap(all -> Json.ok(Map.of("keys", all)));
    }

    private Mono<ServerResponse> revoke(ServerRequest request) {
        requireUnlimited(request);
        return keys.revoke(id(request)).flatMap(was -> was ? Json.answer(204).build() : Mono.error(unknown()));
    }

    private static UUID id(ServerRequest request) {
        String text = request.pathVariable("id");
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException noId) {
            throw unknown();
        }
        throw unknown();
    }

    private static Refusal unknown() {
        return new Refusal(Problem.notFound("No key with this id is in force; GET /api/v1/keys lists them."));
    }

    private static void requireUnlimited(ServerRequest request) {
        ApiKey key = Gate.key(request);
        if (key.campaigns() != null || key.types() != null) {
            throw new Refusal(
                    Problem.forbidden("A key that is limited to campaigns or types may not see or change keys."));
        }
    }

    private static Map<String, @Nullable Object> members(ApiKey key) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("id", key.id() == null ? null : key.id().toString());
        members.put("name", key.name());
        members.put("prefix", key.prefix());
        members.put("scopes", key.scopes().stream().map(Scope::code).sorted().toList());
        members.put(
                "campaigns",
                key.campaigns() == null
                        ? null
                        : key.campaigns().stream().sorted().toList());
        members.put(
                "types",
                key.types() == null ? null : key.types().stream().sorted().toList());
        members.put("public", publicUse(key.publicUse()));
        members.put("createdAt", key.createdAt().toString());
        return members;
    }

    private static @Nullable Map<String, Object> publicUse(@Nullable PublicUse use) {
        return use == null
                ? null
                : Map.of("origins", use.origins().stream().sorted().toList(), "perMinute", use.perMinute());
    }
}
