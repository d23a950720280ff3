package dev.tundish.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tundish.access.Role;
import dev.tundish.access.Team.Done;
import dev.tundish.access.User;
import dev.tundish.access.Users;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logging in through an identity provider that speaks OpenID Connect, from the login page and back. */
class OpenIdIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private static MockOAuth2Server provider;

    @SuppressWarnings("NullAway.Init")
    private static Team team;

    @BeforeAll
    static void start() {
        provider = new MockOAuth2Server();
        provider.start(InetAddress.getLoopbackAddress(), 0);
        team = Team.start(
                home,
                "--tundish.oidc.issuer=" + provider.issuerUrl("team"),
                "--tundish.oidc.client-id=tundish",
                "--tundish.oidc.client-secret=a-secret-of-this-test",
                "--tundish.oidc.label=Example Ltd",
                "--tundish.oidc.roles-claim=groups",
                "--tundish.oidc.roles=it=admin,crew=sales,guests=viewer");
    }

    @AfterAll
    static void stop() {
        team.close();
        provider.shutdown();
    }

    /** The answer that somebody sees last who logs in there, is sent back, and follows where they are sent. */
    private static HttpResponse<String> arrive(HttpClient browser, String subject, Map<String, Object> claims)
            throws Exception {
        provider.enqueueCallback(
                new DefaultOAuth2TokenCallback("team", subject, "JWT", List.of("tundish"), claims, 3600));
        return get(browser, "/oauth2/authorization/provider");
    }

    private static HttpResponse<String> get(HttpClient browser, String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(team.page(path)))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private static User user(String name) {
        return Objects.requireNonNull(
                team.node().core().getBean(Users.class).find(name).block(PATIENCE));
    }

    private static Map<String, Object> claims(String name, String... groups) {
        return Map.of("preferred_username", name, "groups", List.of(groups));
    }

    @Test
    void whoeverComesIsInWithTheRoleThatTheirGroupsGive() throws Exception {
        try (HttpClient browser = browser()) {
            HttpResponse<String> page = arrive(browser, "s-1", claims("Olga", "others", "crew"));
            assertThat(page.uri()).isEqualTo(URI.create(team.page("/")));
            assertThat(user("Olga").role()).isEqualTo(Role.SALES);
            assertThat(get(browser, "/campaigns").uri().getPath()).isEqualTo("/campaigns");
        }
        try (HttpClient browser = browser()) {
            arrive(browser, "s-1", claims("Olga renamed", "it"));
            assertThat(user("Olga").role())
                    .as("the same person, known by the subject")
                    .isEqualTo(Role.ADMIN);
        }
    }

    @Test
    void whoeverIsShutOutHereStaysOutWhateverTheProviderSays() throws Exception {
        var people = team.node().core().getBean(dev.tundish.access.Team.class);
        try (HttpClient browser = browser()) {
            arrive(browser, "s-2", claims("Pia", "crew"));
            assertThat(people.deactivate("Pia", "admin").block(PATIENCE)).isEqualTo(Done.DONE);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(get(browser, "/password").uri().getPath())
                                    .isEqualTo("/login"));
            assertThat(arrive(browser, "s-2", claims("Pia", "crew")).uri()).hasQuery("out");
            assertThat(people.link("Pia", "admin").block(PATIENCE))
                    .as("no password beside the provider")
                    .isNull();
            assertThat(people.readmit("Pia", "admin").block(PATIENCE)).isEqualTo(Done.DONE);
            assertThat(arrive(browser, "s-2", claims("Pia", "crew")).uri())
                    .as("where they were heading")
                    .hasPath("/password");
        }
    }

    @Test
    void whoeverHasNoRoleOrTakesAnothersNameStaysOut() throws Exception {
        try (HttpClient browser = browser()) {
            assertThat(arrive(browser, "s-3", claims("Quinn", "strangers")).uri())
                    .hasQuery("norole");
            assertThat(arrive(browser, "s-4", claims("Admin", "it")).uri())
                    .as("in whatever capitals")
                    .hasQuery("taken");
            assertThat(arrive(browser, "s-5", Map.of("groups", List.of("it"))).uri())
                    .hasQuery("noname");
            assertThat(get(browser, "/password").uri().getPath()).isEqualTo("/login");
        }
        assertThat(user("admin").role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void anAnswerThatNobodyAskedForIsRefused() throws Exception {
        try (HttpClient browser = browser()) {
            assertThat(get(browser, "/login/oauth2/code/provider?code=made-up&state=made-up")
                            .uri())
                    .hasPath("/login")
                    .hasQuery("provider");
        }
    }
}
