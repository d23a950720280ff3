package dev.tundish.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tundish.incoming.Addresses;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page, light and dark, large and small, as axe-core reads it: nothing serious stands in anybody's way. */
class AccessibilityIT {

    private static final String AXE = axe();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private static Team team;

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    @SuppressWarnings("NullAway.Init")
    private static String made;

    @BeforeAll
    static void start() throws Exception {
        team = Team.start(home);
        chromium = new Chromium();
        assertThat(team.call("PUT", "/api/v1/campaigns/spring", """
                        {"name": "Spring launch", "template": "sales-assisted", "targets": {"converted": 40}}""").statusCode())
                .isEqualTo(201);
        List<String> events = IntStream.range(0, 80)
                .boxed()
                .flatMap(n -> n % 3 == 0
                        ? List.of(event("captured", n, ""), event("qualified", n, "")).stream()
                        : n % 3 == 1
                                ? List.of(
                                        event("captured", n, ""),
                                        event("disqualified", n, ", \"reason\": \"no_budget\""))
                                        .stream()
                                : List.of(event("captured", n, "")).stream())
                .toList();
        assertThat(team.call("POST", "/api/v1/events", "[" + String.join(",", events) + "]")
                        .statusCode())
                .isEqualTo(200);
        made = address();
    }

    private static String event(String type, int lead, String more) {
        return """
                {"type": "lead.%s", "campaign": "spring", "lead": "lead-%d", "attributes": {"source": "%s"}%s}""".formatted(type, lead, lead % 2 == 0 ? "google" : "partners", more);
    }

    /** An address to which something came that nobody has mapped yet, and that a team expects. */
    private static String address() {
        Addresses addresses = team.node().core().getBean(Addresses.class);
        Addresses.Made made =
                Objects.requireNonNull(addresses.make("Website form", "admin").block(Duration.ofSeconds(20)));
        try {
            assertThat(team.call("POST", "/in/" + made.token(), "{\"email\": \"a@b.de\", \"stage\": \"Lost\"}")
                            .statusCode())
                    .isEqualTo(202);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
        return made.address().id().toString();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        team.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/campaigns",
                "/campaigns/new",
                "/campaigns/spring",
                "/campaigns/spring?range=hour",
                "/campaigns/spring/edit",
                "/campaigns/spring/explore",
                "/campaigns/spring/leads",
                "/campaigns/spring/leads/0",
                "/import",
                "/incoming",
                "/incoming/made",
                "/keys",
                "/users",
                "/audit",
                "/account",
                "/password"
            })
    void nothingSeriousStandsInAnybodysWay(String path) {
        for (String theme : List.of("light", "dark")) {
            for (int width : new int[] {1440, 390}) {
                Page page = chromium.page(width, 900);
                page.addInitScript("localStorage.setItem('tundish-theme', '" + theme
                        + "'); localStorage.setItem('tundish-theme/admin', '" + theme + "')");
                team.signIn(page, path.replace("made", made));
                page.locator("#content h1").first().waitFor();
                page.waitForTimeout(300);
                assertThat(serious(page))
                        .as("%s, %s, %d wide", path, theme, width)
                        .isEmpty();
                page.context().close();
            }
        }
    }

    @Test
    void aPageThatCannotBeReadIsFound() {
        Page page = chromium.page(800, 600);
        page.setContent("<html><body><img src='data:,'><button></button></body></html>");
        assertThat(serious(page)).isNotEmpty();
        page.context().close();
    }

    /** What axe-core calls serious or critical: the rule, what to do, and where. */
    @SuppressWarnings("unchecked")
    private static List<String> serious(Page page) {
        page.evaluate(AXE);
        return (List<String>) page.evaluate("""
                async () => (await axe.run(document)).violations
                    .filter(v => v.impact === 'serious' || v.impact === 'critical')
                    .map(v => v.id + ': ' + v.help + ' at ' + v.nodes.slice(0, 4).map(n =>
                        JSON.stringify(n.target) + ' ' + n.failureSummary).join(' | '))""");
    }

    private static String axe() {
        try (InputStream in = Objects.requireNonNull(AccessibilityIT.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
