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
import dev.tundish.live.LeadFiles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** All leads behind a number as a table (contract, 4). For programs: no byte order mark, times as everywhere here. */
@Component
final class LeadsFileRoutes implements Routes {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Campaigns campaigns;
    private final LeadFiles files;
    private final InstantSource clock;

    LeadsFileRoutes(Campaigns campaigns, LeadFiles files, InstantSource clock) {
        this.campaigns = campaigns;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.of(HttpMethod.GET, InCampaign.PATH + "/leads.csv", this::file, Scope.LEADS));
    }

    private Mono<ServerResponse> file(ServerRequest request) {
        return InCampaign.answer(campaigns, request, campaign -> file(request, campaign));
    }

    private Mono<ServerResponse> file(ServerRequest request, Campaign campaign) {
        var parameters = new LeadParameters(Query.of(request).only(LeadParameters.FILE));
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return files.of(campaign.id(), parameters.question(campaign, now), null)
                .onErrorMap(
                        IllegalArgumentException.class,
                        e -> new Refusal(Problem.parameter("count", "cannot be answered: " + e.getMessage())))
                .flatMap(file -> Json.answer(200)
                        .contentType(CSV)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + campaign.key() + "-leads.csv\"")
                        .body(file.text().map(LeadsFileRoutes::bytes), DataBuffer.class));
    }

    private static DataBuffer bytes(String text) {
        return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
