package dev.tundish.api.campaigns;

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
import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.campaign.Campaigns.Saved;
import dev.tundish.grammar.Names;
import dev.tundish.journal.Rebuilds;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code /api/v1/campaigns[/{key}]} (contract, 5). */
@Component
public final class CampaignRoutes implements Routes {

    private static final int LONGEST = 256 * 1024;

    private final Campaigns campaigns;
    private final Rebuilds rebuilds;
    private final InstantSource clock;

    public CampaignRoutes(Campaigns campaigns, Rebuilds rebuilds, InstantSource clock) {
        this.campaigns = campaigns;
        this.rebuilds = rebuilds;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of(HttpMethod.GET, "/api/v1/campaigns", this::list, Scope.READ),
                Route.of(HttpMethod.GET, "/api/v1/campaigns/{key}", this::get, Scope.READ),
                Route.of(HttpMethod.PUT, "/api/v1/campaigns/{key}", this::put, Scope.ADMIN));
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        Query.of(request).only(Set.of());
        return campaigns
                .all()
                .filter(campaign -> Gate.key(request).mayIn(campaign.key()))
                .map(campaign -> CampaignJson.of(campaign, clock.instant()))
                .collectList()
                .flatMap(all -> Json.ok(Map.of("campaigns", all)));
    }

    private Mono<ServerResponse> get(ServerRequest request) {
        String key = request.pathVariable("key");
        Gate.requireCampaign(request, key);
        Query.of(request).only(Set.of());
        return campaigns
                .find(key)
                .switchIfEmpty(Mono.error(() -> new Refusal(Problem.noSuchCampaign())))
                .flatMap(campaign -> shown(200, campaign));
    }

    private Mono<ServerResponse> put(ServerRequest request) {
        String key = request.pathVariable("key");
        if (!Names.isCampaignKey(key)) {
            throw new Refusal(Problem.badRequest(
                    "A campaign's key is 1 to 64 of a to z, 0 to 9 and -, and does not begin with -."));
        }
        Gate.requireCampaign(request, key);
        boolean rebuild = rebuild(request);
        Bodies.type(request, MediaType.APPLICATION_JSON);
        return Bodies.whole(request, LONGEST)
                .map(body -> DefinitionParser.parse(key, JsonObject.parse(body)))
                .flatMap(definition -> revision(request, key)
                        .flatMap(known -> campaigns.save(
                                key,
                                definition,
                                known.orElse(null),
                                rebuild,
                                Gate.key(request).name())))
                .flatMap(saved -> answer(key, saved));
    }

    private Mono<Optional<Integer>> revision(ServerRequest request, String key) {
        if (!Preconditions.any(request)) {
            return Mono.just(Optional.empty());
        }
        return campaigns
                .find(key)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(current -> Optional.ofNullable(Preconditions.check(request, current.orElse(null))));
    }

    private static boolean rebuild(ServerRequest request) {
        @Nullable
        String value = Query.of(request)
                .only(Set.of("rebuild"))
                .one("rebuild", text -> text.equals("true") || text.equals("false"), "is true or false.");
        return "true".equals(value);
    }

    private Mono<ServerResponse> answer(String key, Saved saved) {
        return switch (saved) {
            case Saved.Created(Campaign campaign) -> shown(201, campaign);
            case Saved.Changed(Campaign campaign) -> shown(200, campaign);
            case Saved.Outdated(Integer revision) -> Mono.error(Preconditions.outdated(revision));
            case Saved.NeedsRebuild(long events) ->
                Json.problem(Problem.of(
                                409,
                                "needs-rebuild",
                                "The change needs a rebuild",
                                "The campaign has events, and this changes how they are counted. Send it again with"
                                        + " ?rebuild=true to have them folded anew.")
                        .with("events", events));
            case Saved.Rebuilding(long rebuild, Campaign campaign) -> {
                rebuilds.run(rebuild);
                yield Json.of(
                        Json.answer(202)
                                .header(HttpHeaders.LOCATION, progress(key, rebuild))
                                .header(HttpHeaders.ETAG, Preconditions.etag(campaign.revision())),
                        CampaignJson.of(campaign, clock.instant()));
            }
            case Saved.Busy(long rebuild) ->
                Json.problem(Problem.of(
                                409,
                                "rebuild-under-way",
                                "A rebuild is under way",
                                "Wait until it is done, then send the change again.")
                        .with("rebuild", progress(key, rebuild))
                        .header(HttpHeaders.LOCATION, progress(key, rebuild)));
            case Saved.Refused(String field, String detail) ->
                Json.problem(Problem.fields(List.of(Map.of("field", field, "detail", detail))));
        };
    }

    static String progress(String key, long rebuild) {
        return "/api/v1/campaigns/" + key + "/rebuild/" + rebuild;
    }

    private Mono<ServerResponse> shown(int status, Campaign campaign) {
        var answer = Json.answer(status).header(HttpHeaders.ETAG, Preconditions.etag(campaign.revision()));
        return Json.of(
                status == 201 ? answer.header(HttpHeaders.LOCATION, "/api/v1/campaigns/" + campaign.key()) : answer,
                CampaignJson.of(campaign, clock.instant()));
    }
}
