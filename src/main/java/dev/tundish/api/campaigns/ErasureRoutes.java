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
import dev.tundish.campaign.Campaigns;
import dev.tundish.journal.Erasures;
import dev.tundish.journal.Erasures.Result;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Erasing who a lead is (contract, 10). The name comes in the body: none stands in an address. */
@Component
public final class ErasureRoutes implements Routes {

    private static final int LONGEST = 8 * 1024;
    private static final int NAME = 128;

    private final Campaigns campaigns;
    private final Erasures erasures;

    public ErasureRoutes(Campaigns campaigns, Erasures erasures) {
        this.campaigns = campaigns;
        this.erasures = erasures;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.of(HttpMethod.POST, "/api/v1/campaigns/{key}/erasures", this::erase, Scope.ADMIN));
    }

    private Mono<ServerResponse> erase(ServerRequest request) {
        Query.of(request).only(Set.of());
        String key = request.pathVariable("key");
        Gate.requireCampaign(request, key);
        Bodies.type(request, MediaType.APPLICATION_JSON);
        return campaigns
                .idOf(key)
                .switchIfEmpty(Mono.error(() -> new Refusal(Problem.noSuchCampaign())))
                .flatMap(campaign -> Bodies.whole(request, LONGEST)
                        .map(ErasureRoutes::lead)
                        .flatMap(lead -> erasures.erase(campaign, lead)))
                .flatMap(ErasureRoutes::answer);
    }

    private static String lead(byte[] sent) {
        JsonObject body = JsonObject.parse(sent);
        String lead = body.text("lead", NAME);
        if (lead == null && body.get("lead") == null) {
            body.wrong("lead", "is needed: the lead's name, as it was sent.");
        }
        body.refuseIfWrong();
        return lead == null ? "" : lead;
    }

    private static Mono<ServerResponse> answer(Result result) {
        return switch (result) {
            case Result.Erased(String lead) -> Json.ok(Map.of("lead", lead));
            case Result.NotThere _ ->
                Mono.error(new Refusal(Problem.notFound("The campaign has no lead of this name.")));
            case Result.Rebuilding _ ->
                Mono.error(new Refusal(Problem.of(
                        409,
                        "rebuild-under-way",
                        "The campaign is being folded anew",
                        "Erase the lead again when that is done.")));
        };
    }
}
