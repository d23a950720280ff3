package dev.tundish.api.reports;

import dev.tundish.access.Scope;
import dev.tundish.api.http.Gate;
import dev.tundish.api.http.Json;
import dev.tundish.api.http.Problem;
import dev.tundish.api.http.Query;
import dev.tundish.api.http.Refusal;
import dev.tundish.api.http.Route;
import dev.tundish.api.http.Routes;
import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.funnel.Cube;
import dev.tundish.funnel.Rules;
import dev.tundish.report.Reports;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Where a funnel leaks, what changed, how long it takes and how it stands beside a yardstick (contract, 4). */
@Component
final class StepRoutes implements Routes {

    private final Campaigns campaigns;
    private final Reports reports;
    private final Yardsticks yardsticks;
    private final InstantSource clock;

    StepRoutes(Campaigns campaigns, Reports reports, InstantSource clock) {
        this.campaigns = campaigns;
        this.reports = reports;
        this.yardsticks = new Yardsticks(campaigns, reports);
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of(HttpMethod.GET, InCampaign.PATH + "/trend", this::trend, Scope.READ),
                Route.of(HttpMethod.GET, InCampaign.PATH + "/leaks", this::leaks, Scope.READ),
                Route.of(HttpMethod.GET, InCampaign.PATH + "/shift", this::shift, Scope.READ),
                Route.of(HttpMethod.GET, InCampaign.PATH + "/times", this::times, Scope.READ),
                Route.of(HttpMethod.GET, InCampaign.PATH + "/bridge", this::bridge, Scope.READ),
                Route.of(HttpMethod.GET, InCampaign.PATH + "/comparison", this::comparison, Scope.READ),
                Route.of(HttpMethod.GET, InCampaign.PATH + "/attributes", this::attributes, Scope.READ));
    }

    private Mono<ServerResponse> trend(ServerRequest request) {
        return InCampaign.answer(campaigns, request, campaign -> {
            var question = parameters(request, StepParameters.TREND).trend(campaign, now());
            return reports.trend(campaign.id(), question)
                    .flatMap(answer -> Json.ok(StepJson.answer(
                            campaign.key(),
                            answer.version(),
                            StepJson.trend(campaign.definition().flow(), answer.value()))));
        });
    }

    private Mono<ServerResponse> leaks(ServerRequest request) {
        return InCampaign.answer(campaigns, request, campaign -> {
            var parameters = parameters(request, StepParameters.LEAKS);
            long now = now();
            return ask(campaign, (rules, cube) -> {
                var question = parameters.leaks(rules.flow(), now);
                return StepJson.leaks(rules.flow(), question, cube.leaks(question));
            });
        });
    }

    private Mono<ServerResponse> shift(ServerRequest request) {
        return InCampaign.answer(campaigns, request, campaign -> {
            var parameters = parameters(request, StepParameters.SHIFT);
            long now = now();
            return ask(campaign, (rules, cube) -> {
                var question = parameters.shift(campaign, rules.flow(), now);
                return StepJson.shift(rules.flow(), question, cube.shift(question));
            });
        });
    }

    private Mono<ServerResponse> times(ServerRequest request) {
        return InCampaign.answer(campaigns, request, campaign -> {
            var parameters = parameters(request, StepParameters.TIMES);
            long now = now();
            return ask(campaign, (rules, cube) -> {
                var question = parameters.times(rules.flow(), now);
                return StepJson.times(rules.flow(), question, cube.times(question));
            });
        });
    }

    private Mono<ServerResponse> bridge(ServerRequest request) {
        return InCampaign.answer(campaigns, request, campaign -> {
            var view = parameters(request, ReportParameters.VIEW).view(now());
            return ask(campaign, (rules, cube) -> StepJson.bridge(rules.flow(), cube.bridge(view)));
        });
    }

    private Mono<ServerResponse> comparison(ServerRequest request) {
        return InCampaign.answer(campaigns, request, campaign -> {
            Query query = Query.of(request).only(StepParameters.COMPARISON);
            long now = now();
            String with = query.one("with");
            if (with != null && with.startsWith(Yardsticks.CAMPAIGN)) {
                Gate.requireCampaign(request, with.substring(Yardsticks.CAMPAIGN.length()));
            }
            return yardsticks
                    .compare(campaign, new StepParameters(query).view(now), with, now)
                    .flatMap(Json::ok);
        });
    }

    private Mono<ServerResponse> attributes(ServerRequest request) {
        return InCampaign.answer(campaigns, request, campaign -> {
            Query.of(request).only(Set.of());
            return ask(campaign, (_, cube) -> StepJson.attributes(cube.attributes()));
        });
    }

    private static StepParameters parameters(ServerRequest request, Set<String> known) {
        return new StepParameters(Query.of(request).only(known));
    }

    private Mono<ServerResponse> ask(Campaign campaign, BiFunction<Rules, Cube, Map<String, @Nullable Object>> work) {
        return reports.ask(campaign.id(), work)
                .onErrorMap(IllegalArgumentException.class, StepRoutes::refused)
                .flatMap(answer -> Json.ok(StepJson.answer(campaign.key(), answer.version(), answer.value())));
    }

    /** What the cube refuses begins with the parameter's name. */
    private static Refusal refused(IllegalArgumentException why) {
        String[] parts = String.valueOf(why.getMessage()).split(": ", 2);
        return new Refusal(
                parts.length == 2
                        ? Problem.parameter(parts[0], "cannot be answered: " + parts[1])
                        : Problem.badRequest(parts[0]));
    }

    private long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }
}
