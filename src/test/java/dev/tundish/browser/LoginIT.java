package dev.tundish.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The login through all of its filters, over HTTP. */
class LoginIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private static Team team;

    @BeforeAll
    static void start() {
        team = Team.start(home);
    }

    @AfterAll
    static void stop() {
        team.close();
    }

    @Test
    void theRightPasswordNeverCountsAgainstAnybodyAndWrongOnesSlowDown() throws Exception {
        for (int i = 0; i < 8; i++) {
            assertThat(logIn("admin", Team.PASSWORD)).doesNotContain("login");
        }
        for (int i = 0; i < 3; i++) {
            assertThat(logIn("somebody", "wrong")).endsWith("/login?error");
        }
        assertThat(logIn("somebody", "wrong")).contains("/login?wait=");
        assertThat(logIn("admin", Team.PASSWORD)).doesNotContain("login");
    }

    @Test
    void nobodyLogsInByAButtonOutsideTheDemo() throws Exception {
        try (HttpClient browser = browser()) {
            HttpResponse<String> answer = post(browser, "/demo-login", "user=manager");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(get(browser, "/").headers().firstValue("location").orElse(""))
                    .endsWith("/login");
        }
    }

    @Test
    void anAddressWithoutAPageIsAnsweredByAPageOnceLoggedIn() throws Exception {
        try (HttpClient browser = browser()) {
            assertThat(get(browser, "/no/such/page")
                            .headers()
                            .firstValue("location")
                            .orElse(""))
                    .endsWith("/login");
            post(
                    browser,
                    "/login",
                    "username=admin&password=" + URLEncoder.encode(Team.PASSWORD, StandardCharsets.UTF_8));
            HttpResponse<String> answer = get(browser, "/no/such/page");
            assertThat(answer.statusCode()).isNotEqualTo(403);
            assertThat(answer.body()).contains("<html");
        }
    }

    @Test
    void aFormOfAnotherSiteIsRefused() throws Exception {
        try (HttpClient browser = browser()) {
            HttpResponse<String> answer = browser.send(
                    form("/login", "username=admin&password=" + Team.PASSWORD), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("location").orElse("")).endsWith("/login?again");
            assertThat(get(browser, "/").headers().firstValue("location").orElse(""))
                    .endsWith("/login");
        }
    }

    @Test
    void everyPageForbidsFramesAndStrangersScripts() throws Exception {
        try (HttpClient browser = browser()) {
            HttpResponse<String> page = get(browser, "/login");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("frame-ancestors 'none'", "script-src 'self' 'nonce-")
                    .doesNotContain("script-src 'self' 'unsafe-inline'");
            assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(page.headers().firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Lax");
        }
    }

    @Test
    void anEventSentToThePagesIsToldTheWay() throws Exception {
        try (HttpClient browser = browser()) {
            HttpResponse<String> answer =
                    browser.send(form("/api/v1/events", "{}"), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.body()).contains("/api/v1/events");
        }
    }

    /** Where a new browser is sent after it tried. */
    private static String logIn(String name, String password) throws Exception {
        try (HttpClient browser = browser()) {
            HttpResponse<String> answer = post(
                    browser,
                    "/login",
                    "username=" + name + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).isEqualTo(302);
            return answer.headers().firstValue("location").orElseThrow();
        }
    }

    private static HttpResponse<String> post(HttpClient browser, String path, String fields) throws Exception {
        Matcher token = TOKEN.matcher(get(browser, "/login").body());
        assertThat(token.find()).isTrue();
        String hidden = "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        return browser.send(form(path, fields + hidden), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(HttpClient browser, String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(team.page(path)))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest form(String path, String body) {
        return HttpRequest.newBuilder(URI.create(team.page(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }
}
