package dev.tundish.api.campaigns;

import dev.tundish.access.Scope;
import dev.tundish.api.http.Gate;
import dev.tundish.api.http.Json;
import dev.tundish.api.http.Problem;
import dev.tundish.api.http.Query;
import dev.tundish.api.http.Refusal;
import dev.tundish.api.http.Route;
import dev.tundish.api.http.Routes;
import dev.tundish.campaign.Campaigns;
import dev.tundish.journal.Rebuilds;
import dev.tundish.journal.Verifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Folding a campaign anew, and verifying it. */
@Component
public final class MaintenanceRoutes implements Routes {

    private final Campaigns campaigns;
    private final Rebuilds rebuilds;
    private final Verifier verifier;

    public MaintenanceRoutes(Campaigns campaigns, Rebuilds rebuilds, Verifier verifier) {
        this.campaigns = campaigns;
        this.rebuilds = rebuilds;
        this.verifier = verifier;
    }

    @Override
    public List<Route> routes() {
        String campaign = "/api/v1/campaigns/{key}";
        return List.of(
                Route.of(HttpMethod.POST, campaign + "/rebuild", this::rebuild, Scope.ADMIN),
                Route.of(HttpMethod.GET, campaign + "/rebuild/{id}", this::progress, Scope.ADMIN),
                Route.of(HttpMethod.POST, campaign + "/verify", this::verify, Scope.ADMIN));
    }

    private Mono<ServerResponse> rebuild(ServerRequest request) {
        String key = request.pathVariable("key");
        return campaign(request)
                .flatMap(rebuilds::start)
                .flatMap(id -> rebuilds.find(id)
                        .map(MaintenanceRoutes::members)
                        .defaultIfEmpty(Map.of("id", id))
                        .flatMap(members -> Json.of(
                                Json.answer(202).header(HttpHeaders.LOCATION, CampaignRoutes.progress(key, id)),
                                members)));
    }

    private Mono<ServerResponse> progress(ServerRequest request) {
        String id = request.pathVariable("id");
        return campaign(request)
                .flatMap(number -> id.matches("[0-9]{1,18}")
                        ? rebuilds.find(Long.parseLong(id)).filter(progress -> progress.campaign() == number)
                        : Mono.empty())
                .switchIfEmpty(
                        Mono.error(() -> new Refusal(Problem.notFound("This campaign has no rebuild of this number."))))
                .flatMap(progress -> Json.ok(members(progress)));
    }

    private static Map<String, @Nullable Object> members(Rebuilds.Progress progress) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("id", progress.id());
        members.put("state", progress.state());
        members.put("leadsDone", progress.leadsDone());
        members.put("leadsTotal", progress.leadsTotal());
        members.put("problem", progress.problem());
        members.put("startedAt", CampaignJson.text(progress.startedAt()));
        members.put("finishedAt", CampaignJson.text(progress.finishedAt()));
        return members;
    }

    private Mono<ServerResponse> verify(ServerRequest request) {
        return campaign(request).flatMap(verifier::verify).flatMap(found -> {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("version", found.version());
            members.put("events", found.events());
            members.put("leads", found.leads());
            members.put("differenceCount", found.differenceCount());
            members.put("differences", found.differences());
            return Json.ok(members);
        });
    }

    private Mono<Integer> campaign(ServerRequest request) {
        Query.of(request).only(Set.of());
        String key = request.pathVariable("key");
        Gate.requireCampaign(request, key);
        return campaigns.idOf(key).switchIfEmpty(Mono.error(() -> new Refusal(Problem.noSuchCampaign())));
    }
}
