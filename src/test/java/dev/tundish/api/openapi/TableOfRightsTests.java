package dev.tundish.api.openapi;

import static dev.tundish.access.Scope.ADMIN;
import static dev.tundish.access.Scope.INGEST;
import static dev.tundish.access.Scope.LEADS;
import static dev.tundish.access.Scope.READ;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import dev.tundish.access.ApiKey;
import dev.tundish.access.Audit;
import dev.tundish.access.Keys;
import dev.tundish.access.Scope;
import dev.tundish.api.campaigns.CampaignRoutes;
import dev.tundish.api.campaigns.ChangeRoutes;
import dev.tundish.api.campaigns.ErasureRoutes;
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
import dev.tundish.journal.Erasures;
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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TableOfRightsTests {

    /** What a key must be good for, route by route: whoever adds a route says it here, or a test fails. */
    private static final Map<String, Set<Scope>> NEEDS = Map.ofEntries(
            entry("GET /actuator/health", Set.of()),
            entry("GET /actuator/health/{*rest}", Set.of()),
            entry("GET /api/openapi", Set.of()),
            entry("GET /actuator/prometheus", Set.of(READ)),
            entry("POST /api/v1/events", Set.of(INGEST)),
            // the address is the secret
            entry("GET /in/{token}", Set.of()),
            entry("POST /in/{token}", Set.of()),
            entry("POST /v1/track", Set.of(INGEST)),
            entry("POST /v1/t", Set.of(INGEST)),
            entry("POST /v1/identify", Set.of(INGEST)),
            entry("POST /v1/i", Set.of(INGEST)),
            entry("POST /v1/page", Set.of(INGEST)),
            entry("POST /v1/p", Set.of(INGEST)),
            entry("POST /v1/screen", Set.of(INGEST)),
            entry("POST /v1/s", Set.of(INGEST)),
            entry("POST /v1/group", Set.of(INGEST)),
            entry("POST /v1/g", Set.of(INGEST)),
            entry("POST /v1/alias", Set.of(INGEST)),
            entry("POST /v1/a", Set.of(INGEST)),
            entry("POST /v1/batch", Set.of(INGEST)),
            entry("POST /v1/b", Set.of(INGEST)),
            entry("POST /v1/import", Set.of(INGEST)),
            entry("GET /api/v1/campaigns", Set.of(READ)),
            entry("GET /api/v1/campaigns/{key}", Set.of(READ)),
            entry("GET /api/v1/campaigns/{key}/changes", Set.of(READ)),
            entry("GET /api/v1/campaigns/{key}/changes/{id}", Set.of(READ)),
            entry("GET /api/v1/campaigns/{key}/funnel", Set.of(READ)),
            entry("GET /api/v1/campaigns/{key}/funnel/stream", Set.of(READ)),
            entry("GET /api/v1/campaigns/{key}/feedback", Set.of(READ)),
            entry("GET /api/v1/campaigns/{key}/trend", Set.of(READ)),
            entry("GET /api/v1/campaigns/{key}/leaks", Set.of(READ)),
            entry("GET /api/v1/campaigns/{key}/shift", Set.of(READ)),
            entry("GET /api/v1/campaigns/{key}/times", Set.of(READ)),
            entry("GET /api/v1/campaigns/{key}/bridge", Set.of(READ)),
            entry("GET /api/v1/campaigns/{key}/comparison", Set.of(READ)),
            entry("GET /api/v1/campaigns/{key}/attributes", Set.of(READ)),
            entry("GET /api/v1/campaigns/{key}/leads", Set.of(LEADS)),
            entry("GET /api/v1/campaigns/{key}/leads.csv", Set.of(LEADS)),
            entry("GET /api/v1/campaigns/{key}/lead", Set.of(LEADS)),
            entry("DELETE /api/v1/campaigns/{key}/lead/card", Set.of(LEADS, ADMIN)),
            entry("POST /api/v1/campaigns/{key}/erasures", Set.of(ADMIN)),
            entry("PUT /api/v1/campaigns/{key}", Set.of(ADMIN)),
            entry("POST /api/v1/campaigns/{key}/changes", Set.of(ADMIN)),
            entry("PUT /api/v1/campaigns/{key}/changes/{id}", Set.of(ADMIN)),
            entry("DELETE /api/v1/campaigns/{key}/changes/{id}", Set.of(ADMIN)),
            entry("POST /api/v1/campaigns/{key}/rebuild", Set.of(ADMIN)),
            entry("GET /api/v1/campaigns/{key}/rebuild/{id}", Set.of(ADMIN)),
            entry("POST /api/v1/campaigns/{key}/verify", Set.of(ADMIN)),
            entry("POST /api/v1/keys", Set.of(ADMIN)),
            entry("GET /api/v1/keys", Set.of(ADMIN)),
            entry("DELETE /api/v1/keys/{id}", Set.of(ADMIN)));

    private final Keys keys = mock(Keys.class);
    private final Audit audit = mock(Audit.class);
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
                new ErasureRoutes(campaigns, mock(Erasures.class)),
                new KeyRoutes(keys),
                new TrackingRoutes(
                        new Tracking(
                                campaigns, new Intake(campaigns, mock(Journal.class), new SimpleMeterRegistry()), log),
                        new RateLimits(1_000),
                        mock(Arrivals.class),
                        clock),
                new OpenApiRoutes()));
        all.addAll(reports(campaigns, log, clock));
        table = ApiRouting.table(all);
        when(keys.authenticate(anyString())).thenReturn(Mono.empty());
        client = WebTestClient.bindToRouterFunction(new ApiRouting().dispatch(audit))
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
    void everyRouteStandsInTheTableWithWhatItNeeds() {
        assertThat(table.stream().collect(Collectors.toMap(TableOfRightsTests::name, Route::needs)))
                .isEqualTo(NEEDS);
    }

    /** Every route × every set of scopes that a key can have; behind the gate everything is answered. */
    @Test
    void refusesEveryKeyThatLacksAScopeAndNoOther() {
        client = WebTestClient.bindToRouterFunction(
                        _ -> Mono.just(_ -> ServerResponse.ok().build()))
                .handlerStrategies(HandlerStrategies.builder()
                        .webFilter(new Gate(table, keys))
                        .exceptionHandler(new Problems())
                        .build())
                .build();
        for (Route route : table) {
            Set<Scope> needs = NEEDS.getOrDefault(name(route), Set.of());
            for (Set<Scope> scopes : sets()) {
                isKey(scopes);
                HttpStatusCode status = ask(route).expectBody().returnResult().getStatus();
                assertThat(status.value())
                        .as("%s with a key for %s", name(route), scopes)
                        .isEqualTo(scopes.containsAll(needs) ? 200 : 403);
            }
        }
    }

    private static List<Set<Scope>> sets() {
        List<Set<Scope>> sets = new ArrayList<>(List.of(EnumSet.noneOf(Scope.class)));
        for (Scope scope : Scope.values()) {
            for (Set<Scope> without : List.copyOf(sets)) {
                Set<Scope> with = EnumSet.copyOf(without);
                with.add(scope);
                sets.add(with);
            }
        }
        return sets;
    }

    private static String name(Route route) {
        return route.method() + " " + route.path().getPatternString();
    }

    /** What an administrator answers for is written down; what is read, and events, are not. */
    @Test
    void whatIsChangedIsWrittenDown() {
        isKey(EnumSet.allOf(Scope.class));
        when(keys.make(any(), any(), any(), any()))
                .thenReturn(Mono.just(new Keys.Made(
                        new ApiKey(new UUID(1, 2), "made", "tnd_ab", Set.of(READ), null, null, Instant.EPOCH),
                        "tnd_abcdef")));
        when(audit.record(anyString(), any(), anyString())).thenReturn(Mono.empty());
        client.post()
                .uri("/api/v1/keys")
                .header("Authorization", "Bearer known")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"name\": \"made\", \"scopes\": [\"read\"]}")
                .exchange()
                .expectStatus()
                .isCreated();
        verify(audit)
                .record(
                        "key “k”",
                        Audit.Kind.KEYS,
                        "By the API: POST /api/v1/keys → /api/v1/keys/00000000-0000-0001-0000-000000000002.");
        when(keys.all()).thenReturn(Flux.empty());
        client.get()
                .uri("/api/v1/keys")
                .header("Authorization", "Bearer known")
                .exchange()
                .expectStatus()
                .isOk();
        verifyNoMoreInteractions(audit);
    }

    /** Nobody is told that it is done when it could not be written down. */
    @Test
    void whatCannotBeWrittenDownIsNotAnsweredAsDone() {
        isKey(EnumSet.allOf(Scope.class));
        when(keys.revoke(any())).thenReturn(Mono.just(true));
        when(audit.record(anyString(), any(), anyString())).thenReturn(Mono.error(new IllegalStateException("away")));
        client.delete()
                .uri("/api/v1/keys/00000000-0000-0001-0000-000000000002")
                .header("Authorization", "Bearer known")
                .exchange()
                .expectStatus()
                .is5xxServerError();
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
