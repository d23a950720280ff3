package dev.tundish.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.tundish.access.ApiKey;
import dev.tundish.access.Keys;
import dev.tundish.access.Scope;
import dev.tundish.api.campaigns.CampaignRoutes;
import dev.tundish.api.campaigns.ChangeRoutes;
import dev.tundish.api.campaigns.MaintenanceRoutes;
import dev.tundish.api.http.ApiRouting;
import dev.tundish.api.http.Gate;
import dev.tundish.api.http.Problems;
import dev.tundish.api.http.Route;
import dev.tundish.api.http.Routes;
import dev.tundish.api.inbound.InboundRoutes;
import dev.tundish.api.intake.EventRoutes;
import dev.tundish.api.intake.RateLimits;
import dev.tundish.api.keys.KeyRoutes;
import dev.tundish.api.tracking.TrackingRoutes;
import dev.tundish.campaign.CampaignChanges;
import dev.tundish.campaign.Campaigns;
import dev.tundish.incoming.Addresses;
import dev.tundish.incoming.Arrivals;
import dev.tundish.incoming.Inbound;
import dev.tundish.intake.Intake;
import dev.tundish.journal.Journal;
import dev.tundish.journal.LogReader;
import dev.tundish.journal.Rebuilds;
import dev.tundish.journal.Verifier;
import dev.tundish.lifecycle.Shutdown;
import dev.tundish.live.LeadFiles;
import dev.tundish.live.Live;
import dev.tundish.report.Reports;
import dev.tundish.tracking.Tracking;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TableOfRightsTests {

    private final Keys keys = mock(Keys.class);
    private List<Route> table = List.of();
    private WebTestClient client = WebTestClient.bindToServer().build();

    @BeforeEach
    void open() throws IOException {
        Campaigns campaigns = mock(Campaigns.class);
        Rebuilds rebuilds = mock(Rebuilds.class);
        LogReader log = mock(LogReader.class);
        InstantSource clock = InstantSource.fixed(Instant.EPOCH);
        Addresses addresses = mock(Addresses.class);
        List<Routes> all = new ArrayList<>(List.of(
                new EventRoutes(
                        new Intake(campaigns, mock(Journal.class), new SimpleMeterRegistry()),
                        mock(Keys.class),
                        mock(Arrivals.class),
                        clock,
                        new RateLimits(1_000)),
                new InboundRoutes(addresses, inbound(campaigns, addresses, clock), mock(Arrivals.class), clock, 10),
                new CampaignRoutes(campaigns, rebuilds, clock),
                new ChangeRoutes(campaigns, mock(CampaignChanges.class), clock),
                new MaintenanceRoutes(campaigns, rebuilds, mock(Verifier.class)),
                new KeyRoutes(keys),
                new TrackingRoutes(
                        new Tracking(
                                campaigns, new Intake(campaigns, mock(Journal.class), new SimpleMeterRegistry()), log),
                        new RateLimits(1_000),
                        new StaticListableBeanFactory().getBeanProvider(Arrivals.class),
                        clock),
                new OpenApiRoutes()));
        all.addAll(reports(campaigns, log, clock));
        table = ApiRouting.table(all);
        when(keys.authenticate(anyString())).thenReturn(Mono.empty());
        client = WebTestClient.bindToRouterFunction(new ApiRouting().dispatch())
                .handlerStrategies(HandlerStrategies.builder()
                        .webFilter(new Gate(table, keys))
                        .exceptionHandler(new Problems())
                        .build())
                .build();
    }

    private static Inbound inbound(Campaigns campaigns, Addresses addresses, InstantSource clock) {
        var intake = new Intake(campaigns, mock(Journal.class), new SimpleMeterRegistry());
        return new Inbound(addresses, intake, mock(Arrivals.class), clock);
    }

    /** Made by a context: its parts are nobody's business but its room's. */
    private Collection<Routes> reports(Campaigns campaigns, LogReader log, InstantSource clock) {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(Campaigns.class, () -> campaigns);
        context.registerBean(LogReader.class, () -> log);
        context.registerBean(InstantSource.class, () -> clock);
        context.registerBean(Keys.class, () -> keys);
        context.registerBean(Reports.class, () -> mock(Reports.class));
        context.registerBean(Live.class, () -> mock(Live.class));
        context.registerBean(LeadFiles.class, () -> mock(LeadFiles.class));
        context.registerBean(Shutdown.class);
        context.scan("dev.tundish.api.reports");
        context.refresh();
        return context.getBeansOfType(Routes.class).values();
    }

    private void isKey(Set<Scope> scopes) {
        when(keys.authenticate("known"))
                .thenReturn(Mono.just(new ApiKey(null, "k", "", scopes, null, null, Instant.EPOCH)));
    }

    private WebTestClient.ResponseSpec ask(Route route) {
        String path = route.path().getPatternString().replaceAll("\\{[^}]*}", "x");
        return client.method(route.method())
                .uri(path)
                .header("Authorization", "Bearer known")
                .exchange();
    }

    @Test
    void asksForAKeyOnEveryRouteThatIsNotOpen() {
        for (Route route : table) {
            if (!route.isOpen()) {
                ask(route)
                        .expectStatus()
                        .isUnauthorized()
                        .expectHeader()
                        .exists("WWW-Authenticate")
                        .expectHeader()
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON);
            }
        }
    }

    @Test
    void refusesAKeyThatLacksOneOfTheScopes() {
        for (Route route : table) {
            for (Scope missing : route.needs()) {
                isKey(EnumSet.complementOf(EnumSet.of(missing)));
                ask(route).expectStatus().isForbidden();
            }
        }
    }

    @Test
    void opensOnlyHealthTheDescriptionAndInboundAddresses() {
        assertThat(table.stream().filter(Route::isOpen).map(r -> r.path().getPatternString()))
                .containsExactlyInAnyOrder(
                        "/actuator/health", "/actuator/health/{*rest}", "/api/openapi", "/in/{token}", "/in/{token}");
    }

    @Test
    void knowsNothingOutsideTheTable() {
        for (String path : List.of("/", "/nix", "/api/v1", "/actuator", "/actuator/env", "/api/v1/campaigns/x/y")) {
            client.get()
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
        isKey(EnumSet.allOf(Scope.class));
        client.method(HttpMethod.PATCH)
                .uri("/api/v1/campaigns/x/")
                .header("Authorization", "bearer known")
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .valueEquals("Allow", "GET, PUT");
    }

    @Test
    void describesEveryRouteAndNoOther() throws IOException {
        Set<String> described = new TreeSet<>();
        try (var in = OpenApiRoutes.class.getResourceAsStream("/openapi.json")) {
            JsonNode paths = JsonMapper.shared().readTree(in).get("paths");
            paths.propertyNames()
                    .forEach(path -> paths.get(path)
                            .propertyNames()
                            .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        }
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(table.stream()
                        .map(r -> r.method() + " " + r.path().getPatternString().replace("{*", "{"))
                        .toList());
    }
}
