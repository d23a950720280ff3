package dev.tundish.api.reports;

import dev.tundish.api.http.Gate;
import dev.tundish.api.http.Problem;
import dev.tundish.api.http.Refusal;
import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import java.util.function.Function;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Finds the campaign that an address names, if the key may read it. */
final class InCampaign {

    static final String PATH = "/api/v1/campaigns/{key}";

    private InCampaign() {}

    static Mono<ServerResponse> answer(
            Campaigns campaigns, ServerRequest request, Function<Campaign, Mono<ServerResponse>> work) {
        String key = request.pathVariable("key");
        Gate.requireCampaign(request, key);
        return find(campaigns, key).flatMap(work);
    }

    static Mono<Campaign> find(Campaigns campaigns, String key) {
        return campaigns.find(key).switchIfEmpty(Mono.error(() -> new Refusal(Problem.noSuchCampaign())));
    }
}
