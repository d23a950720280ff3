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
import dev.tundish.campaign.CampaignChanges;
import dev.tundish.campaign.CampaignChanges.Outcome;
import dev.tundish.campaign.Campaigns;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code /api/v1/campaigns/{key}/changes[/{id}]} (contract, 5): what marketing changed. */
@Component
public final class ChangeRoutes implements Routes {

    private static final int LONGEST = 64 * 1024;

    private final Campaigns campaigns;
    private final CampaignChanges changes;
    private final InstantSource clock;

    public ChangeRoutes(Campaigns campaigns, CampaignChanges changes, InstantSource clock) {
        this.campaigns = campaigns;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        String all = "/api/v1/campaigns/{key}/changes";
        String one = all + "/{id}";
        return List.of(
                Route.of(HttpMethod.GET, all, this::list, Scope.READ),
                Route.of(HttpMethod.POST, all, this::add, Scope.ADMIN),
                Route.of(HttpMethod.GET, one, this::history, Scope.READ),
                Route.of(HttpMethod.PUT, one, this::correct, Scope.ADMIN),
                Route.of(HttpMethod.DELETE, one, this::withdraw, Scope.ADMIN));
    }

    private Mono<ServerResponse> list(ServerRequest request) {
        return campaign(request)
                .flatMap(campaign -> changes.list(campaign).map(ChangeJson::of).collectList())
                .flatMap(all -> Json.ok(Map.of("changes", all)));
    }

    private Mono<ServerResponse> add(ServerRequest request) {
        return campaign(request)
                .flatMap(campaign -> text(request)
                        .flatMap(text ->
                                changes.add(campaign, text, Gate.key(request).name())))
                .switchIfEmpty(Mono.error(() -> new Refusal(Problem.noSuchCampaign())))
                .flatMap(change -> Json.of(
                        Json.answer(201).header(HttpHeaders.LOCATION, request.path() + "/" + change.id()),
                        ChangeJson.of(change)));
    }

    private Mono<ServerResponse> history(ServerRequest request) {
        return campaign(request)
                .flatMap(campaign -> changes.history(campaign, id(request)))
                .switchIfEmpty(Mono.error(ChangeRoutes::notThere))
                .flatMap(all -> Json.ok(ChangeJson.history(all)));
    }

    private Mono<ServerResponse> correct(ServerRequest request) {
        return campaign(request)
                .flatMap(campaign -> text(request)
                        .flatMap(text -> changes.correct(
                                campaign, id(request), text, Gate.key(request).name())))
                .flatMap(outcome -> answer(outcome, 200));
    }

    private Mono<ServerResponse> withdraw(ServerRequest request) {
        return campaign(request)
                .flatMap(campaign -> changes.withdraw(
                        campaign, id(request), Gate.key(request).name()))
                .flatMap(outcome -> answer(outcome, 204));
    }

    private static Mono<ServerResponse> answer(Outcome outcome, int status) {
        return switch (outcome) {
            case Outcome.Done(var change) -> status == 204 ? Json.answer(204).build() : Json.ok(ChangeJson.of(change));
            case Outcome.NotThere() -> Mono.error(notThere());
            case Outcome.Automatic() ->
                Json.problem(Problem.of(
                        409,
                        "automatic-change",
                        "The system wrote this change",
                        "It says what happened to the campaign's definition, and stays as it is."));
        };
    }

    private Mono<CampaignChanges.Text> text(ServerRequest request) {
        Bodies.type(request, MediaType.APPLICATION_JSON);
        String sender = Gate.key(request).name();
        return Bodies.whole(request, LONGEST)
                .map(body -> ChangeJson.read(JsonObject.parse(body), sender, clock.instant()));
    }

    private static long id(ServerRequest request) {
        String id = request.pathVariable("id");
        if (!id.matches("[0-9]{1,18}")) {
            throw notThere();
        }
        return Long.parseLong(id);
    }

    private static Refusal notThere() {
        return new Refusal(Problem.notFound("This campaign has no change of this number."));
    }

    private Mono<Integer> campaign(ServerRequest request) {
        Query.of(request).only(Set.of());
        String key = request.pathVariable("key");
        Gate.requireCampaign(request, key);
        return campaigns.idOf(key).switchIfEmpty(Mono.error(() -> new Refusal(Problem.noSuchCampaign())));
    }
}
