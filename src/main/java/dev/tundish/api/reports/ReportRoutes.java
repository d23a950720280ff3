package dev.tundish.api.reports;

import dev.tundish.access.Scope;
import dev.tundish.api.http.Json;
import dev.tundish.api.http.Problem;
import dev.tundish.api.http.Query;
import dev.tundish.api.http.Refusal;
import dev.tundish.api.http.Route;
import dev.tundish.api.http.Routes;
import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.grammar.Text;
import dev.tundish.journal.LogReader;
import dev.tundish.report.Reports;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The reports of a campaign, and the leads behind them (contract, 4). */
@Component
final class ReportRoutes implements Routes {

    private static final String CAMPAIGN = InCampaign.PATH;

    private final Campaigns campaigns;
    private final Reports reports;
    private final LogReader log;
    private final FunnelStream stream;
    private final InstantSource clock;

    ReportRoutes(Campaigns campaigns, Reports reports, LogReader log, FunnelStream stream, InstantSource clock) {
        this.campaigns = campaigns;
        this.reports = reports;
        this.log = log;
        this.stream = stream;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of(HttpMethod.GET, CAMPAIGN + "/funnel", this::funnel, Scope.READ),
                Route.of(HttpMethod.GET, CAMPAIGN + "/funnel/stream", this::stream, Scope.READ),
                Route.of(HttpMethod.GET, CAMPAIGN + "/feedback", this::feedback, Scope.READ),
                Route.of(HttpMethod.GET, CAMPAIGN + "/leads", this::leads, Scope.LEADS),
                Route.of(HttpMethod.GET, CAMPAIGN + "/lead", this::lead, Scope.LEADS),
                Route.of(HttpMethod.DELETE, CAMPAIGN + "/lead/card", this::eraseCard, Scope.LEADS, Scope.ADMIN));
    }

    private Mono<ServerResponse> funnel(ServerRequest request) {
        return in(request, campaign -> {
            var parameters = new ReportParameters(Query.of(request).only(ReportParameters.FUNNEL));
            var question = parameters.funnel().apply(now());
            return reports.funnel(campaign.id(), question)
                    .onErrorMap(IllegalArgumentException.class, e -> refused("breakdown", e))
                    .flatMap(answer -> Json.ok(FunnelJson.of(campaign.key(), question, answer)));
        });
    }

    private Mono<ServerResponse> stream(ServerRequest request) {
        return in(request, campaign -> stream.answer(request, campaign));
    }

    private Mono<ServerResponse> feedback(ServerRequest request) {
        return in(request, campaign -> {
            var parameters = new ReportParameters(Query.of(request).only(ReportParameters.FEEDBACK));
            return reports.feedback(campaign.id(), parameters.feedback(campaign, now()))
                    .flatMap(answer -> Json.ok(FeedbackJson.of(campaign.key(), answer)));
        });
    }

    private Mono<ServerResponse> leads(ServerRequest request) {
        return in(request, campaign -> {
            var parameters = new LeadParameters(Query.of(request).only(LeadParameters.LEADS));
            var question = parameters.question(campaign, now());
            return reports.leads(campaign.id(), question, parameters.cursor(), parameters.limit())
                    .onErrorMap(
                            IllegalArgumentException.class,
                            e -> refused(parameters.cursor() == null ? "count" : "cursor", e))
                    .flatMap(page -> Json.ok(LeadJson.page(page)));
        });
    }

    private Mono<ServerResponse> lead(ServerRequest request) {
        return in(request, campaign -> {
            String lead = leadName(request);
            return log.lead(campaign.id(), lead)
                    .flatMap(found -> Json.ok(LeadJson.lead(lead, found)))
                    .switchIfEmpty(Mono.error(() -> new Refusal(noSuchLead())));
        });
    }

    private Mono<ServerResponse> eraseCard(ServerRequest request) {
        return in(
                request,
                campaign -> log.eraseCard(campaign.id(), leadName(request))
                        .flatMap(erased -> erased
                                ? ServerResponse.noContent().build()
                                : Mono.error(new Refusal(Problem.notFound("This lead has no card.")))));
    }

    static String leadName(ServerRequest request) {
        String lead = Query.of(request).only(Set.of("id")).one("id");
        if (lead == null || lead.isEmpty() || Text.hasControls(lead)) {
            throw Query.wrong("id", "is the name of a lead, as it was sent.");
        }
        return lead;
    }

    private static Problem noSuchLead() {
        return Problem.of(404, "unknown-lead", "No such lead", "No event of this campaign names this lead.");
    }

    private static Refusal refused(String parameter, IllegalArgumentException why) {
        return new Refusal(Problem.parameter(parameter, "cannot be answered: " + why.getMessage()));
    }

    private Mono<ServerResponse> in(ServerRequest request, Function<Campaign, Mono<ServerResponse>> work) {
        return InCampaign.answer(campaigns, request, work);
    }

    private long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }
}
