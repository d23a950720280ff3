package dev.tundish.api.tracking;

import dev.tundish.access.ApiKey;
import dev.tundish.access.Scope;
import dev.tundish.api.http.Bodies;
import dev.tundish.api.http.Door;
import dev.tundish.api.http.Gate;
import dev.tundish.api.http.Json;
import dev.tundish.api.http.Route;
import dev.tundish.api.http.Routes;
import dev.tundish.api.intake.RateLimits;
import dev.tundish.incoming.Arrivals;
import dev.tundish.tracking.Calls;
import dev.tundish.tracking.Kind;
import dev.tundish.tracking.Sender;
import dev.tundish.tracking.Taken;
import dev.tundish.tracking.Tracking;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code POST /v1/track} and its like (contract, 9), under their long names and those that browsers use. */
@Component
public final class TrackingRoutes implements Routes {

    /** The last part of the address, and the kind of call; a batch has a kind for each. */
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("track", Kind.TRACK),
            Map.entry("t", Kind.TRACK),
            Map.entry("identify", Kind.IDENTIFY),
            Map.entry("i", Kind.IDENTIFY),
            Map.entry("page", Kind.PAGE),
            Map.entry("p", Kind.PAGE),
            Map.entry("screen", Kind.SCREEN),
            Map.entry("s", Kind.SCREEN),
            Map.entry("group", Kind.GROUP),
            Map.entry("g", Kind.GROUP),
            Map.entry("alias", Kind.ALIAS),
            Map.entry("a", Kind.ALIAS));

    private static final List<String> BATCHES = List.of("batch", "b", "import");
    private static final int LISTED = 100;

    private final Tracking tracking;
    private final RateLimits limits;
    private final TrackingNotes notes;
    private final InstantSource clock;

    public TrackingRoutes(Tracking tracking, RateLimits limits, Arrivals arrivals, InstantSource clock) {
        this.tracking = tracking;
        this.limits = limits;
        this.notes = new TrackingNotes(arrivals);
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        KINDS.forEach((name, kind) -> routes.add(route(name, kind)));
        BATCHES.forEach(name -> routes.add(route(name, null)));
        return routes;
    }

    private Route route(String name, @Nullable Kind kind) {
        return Route.of(HttpMethod.POST, "/v1/" + name, request -> take(request, kind), Scope.INGEST)
                .at(Door.TRACKING);
    }

    private Mono<ServerResponse> take(ServerRequest request, @Nullable Kind kind) {
        return Bodies.wholeWhatever(request, TrackingBody.LONGEST).flatMap(bytes -> {
            TrackingBody body = TrackingBody.parse(bytes);
            return Gate.key(request, body.writeKey()).flatMap(key -> take(key, body.calls(kind)));
        });
    }

    private Mono<ServerResponse> take(ApiKey key, Calls calls) {
        limits.take(key, calls.size());
        Instant now = clock.instant();
        return tracking.take(Sender.of(key), calls, ChronoUnit.MICROS.between(Instant.EPOCH, now))
                .flatMap(taken -> notes.keep(key, now, taken)
                        .then(Mono.defer(() -> Json.ok(key.isPublic() ? Map.of("success", true) : members(taken)))));
    }

    /** Clients look at {@code success} alone; the rest is for people who look why a call counts nowhere. */
    private static Map<String, @Nullable Object> members(Taken taken) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("success", true);
        members.put("accepted", taken.answer().accepted());
        members.put("duplicates", taken.answer().duplicates());
        members.put("ignored", taken.ignored());
        members.put("rejectedCount", taken.answer().rejectedCount());
        members.put(
                "rejected",
                taken.answer().rejected().stream()
                        .limit(LISTED)
                        .map(reject -> Map.of(
                                "index", reject.index(), "code", reject.code().code(), "detail", reject.detail()))
                        .toList());
        return members;
    }
}
