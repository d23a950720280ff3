package dev.tundish.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The campaign page in a browser: its address is the view, and a keyboard is enough. */
class CampaignPageIT {

    private static final double PATIENCE = 20_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private static Team team;

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        team = Team.start(home);
        chromium = new Chromium();
        campaign("winter", Instant.now().minus(60, ChronoUnit.DAYS), null);
        campaign("spring", Instant.now().minus(10, ChronoUnit.DAYS), "winter");
        leads("winter", 60, Instant.now().minus(58, ChronoUnit.DAYS), 30);
        leads("spring", 80, Instant.now().minus(3, ChronoUnit.DAYS), 50);
        leads("spring", 5, Instant.now().minus(20, ChronoUnit.MINUTES), 2);
    }

    @AfterAll
    static void stop() {
        chromium.close();
        team.close();
    }

    @Test
    void theAddressIsTheViewOverReloadBackAndForward() {
        Page page = chromium.page(1440, 1000);
        team.signIn(page, "/campaigns/spring");
        has(page, "#stage-count-captured", "85");
        has(page, "#against", "winter at the same age");
        page.locator("#show-week").click();
        page.waitForURL(Pattern.compile(".*/campaigns/spring\\?range=week$"));
        has(page, "#counted", "during the last 7 days");
        page.locator("#choose-window").selectOption("P7D");
        page.waitForURL(Pattern.compile(".*\\?range=week&window=P7D$"));
        has(page, "#counted", "within 7 days");
        page.locator("#choose-vs").selectOption("previous");
        page.waitForURL(Pattern.compile(".*\\?range=week&window=P7D&vs=previous$"));
        has(page, "#against", "a week before");
        String looked = screen(page);
        String address = page.url();

        page.reload();
        has(page, "#against", "a week before");
        assertThat(screen(page)).isEqualTo(looked);

        settled(page);
        page.goBack();
        has(page, "#against", "winter at the same age");
        has(page, "#counted", "within 7 days");
        settled(page);
        page.goBack();
        has(page, "#counted", "within 30 days");
        settled(page);
        page.goForward();
        has(page, "#counted", "within 7 days");
        settled(page);
        page.goForward();
        page.waitForURL(address);
        has(page, "#against", "a week before");
        settled(page);
        assertThat(screen(page)).isEqualTo(looked);
        page.context().close();
    }

    @Test
    void aSentLinkWithFiltersShowsThemAndBackUndoesTakingOneOut() {
        Page page = chromium.page(1440, 1000);
        team.signIn(page, "/campaigns/spring");
        page.navigate(team.page("/campaigns/spring?filter=source%3Agoogle&filter=segment%3Amicro"));
        has(page, "#counted", "Leads with segment micro and source google");
        Locator chips = page.locator(".chip");
        assertThat(chips).hasCount(2);
        String filtered = screen(page);
        page.getByLabel("Take out segment micro").click();
        page.waitForURL(Pattern.compile(".*\\?filter=source(:|%3A)google$"));
        assertThat(chips).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
        has(page, "#counted", "Leads with source google");
        settled(page);
        page.goBack();
        assertThat(chips).hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
        has(page, "#counted", "Leads with segment micro and source google");
        assertThat(screen(page)).isEqualTo(filtered);
        page.context().close();
    }

    @Test
    void theKeyboardIsEnoughAndFocusSurvivesNews() throws Exception {
        campaign("typed", Instant.now().minus(1, ChronoUnit.DAYS), null);
        leads("typed", 40, Instant.now().minus(2, ChronoUnit.HOURS), 20);
        Page page = chromium.page(1440, 1000);
        team.signIn(page, "/campaigns/typed");
        has(page, "#counted", "since the launch");
        page.locator("#explore").focus();
        tabTo(page, "show-today");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*\\?range=today$"));
        has(page, "#counted", "What happened today");
        leads("typed", 1, Instant.now(), 0);
        assertThat(focused(page)).isEqualTo("show-today");

        tabTo(page, "say");
        page.keyboard().press("Enter");
        assertThat(focused(page)).isEqualTo("what");
        page.keyboard().type("Small firms excluded");
        tabTo(page, "write");
        page.keyboard().press("Enter");
        has(page, "tundish-changes ol", "Small firms excluded");
        assertThat(focused(page)).isEqualTo("say");
        page.context().close();
    }

    @Test
    void whoComesTooEarlyIsToldSoAndNothingIsJudged() throws Exception {
        campaign("newborn", Instant.now().minus(1, ChronoUnit.HOURS), null);
        leads("newborn", 12, Instant.now().minus(30, ChronoUnit.MINUTES), 6);
        Page page = chromium.page(1440, 1000);
        team.signIn(page, "/campaigns/newborn");
        has(page, ".rate", "too early");
        has(page, ".rate", "12 leads");
        page.context().close();
    }

    private static void has(Page page, String where, String text) {
        assertThat(page.locator(where).first())
                .containsText(
                        text,
                        new LocatorAssertions.ContainsTextOptions()
                                .setTimeout(PATIENCE)
                                .setIgnoreCase(true));
    }

    /** What is shown is pushed; the address follows with the answer to the request a moment later. */
    private static void settled(Page page) {
        page.waitForFunction("() => Object.values(window.Vaadin.Flow.clients).every(c => !c.isActive?.())");
    }

    /** Everything that a view decides: not the clock. */
    private static String screen(Page page) {
        List<String> parts = new ArrayList<>();
        parts.add(page.url());
        parts.add(page.locator("#counted").textContent().replaceAll("live, complete to.*", ""));
        parts.addAll(page.locator(".count").allTextContents());
        parts.addAll(page.locator("[aria-pressed=true]").allTextContents());
        parts.add(page.locator("#choose-vs").inputValue());
        parts.addAll(page.locator(".chip").allTextContents());
        return String.join("\n", parts);
    }

    private static void tabTo(Page page, String id) {
        for (int n = 0; n < 150 && !focused(page).equals(id); n++) {
            page.keyboard().press("Tab");
        }
        assertThat(focused(page)).isEqualTo(id);
    }

    /** What has the focus, inside whatever it stands in. */
    private static String focused(Page page) {
        return (String) page.evaluate("""
                () => {
                    let e = document.activeElement;
                    while (e && e.shadowRoot && e.shadowRoot.activeElement) e = e.shadowRoot.activeElement;
                    return e ? e.id : '';
                }""");
    }

    private static void campaign(String key, Instant launched, @Nullable String predecessor) throws Exception {
        String before = predecessor == null ? "" : ", \"predecessor\": \"" + predecessor + "\"";
        assertThat(team.call("PUT", "/api/v1/campaigns/" + key, """
                        {"name": "%s", "template": "sales-assisted", "launchedAt": "%s"%s}""".formatted(key, launched, before))
                        .statusCode())
                .isEqualTo(201);
    }

    /** So many leads from this moment on, a minute apart or at once, the first of them qualified. */
    private static void leads(String campaign, int leads, Instant from, int qualified) throws Exception {
        List<String> events = new ArrayList<>();
        for (int n = 0; n < leads; n++) {
            String lead = campaign + "-" + from.toEpochMilli() + "-" + n;
            String source = n % 2 == 0 ? "google" : "partner";
            String segment = n % 3 == 0 ? "micro" : "mid";
            Instant at = from.plus(leads > 1 ? n : 0, ChronoUnit.SECONDS);
            events.add("""
                    {"type": "lead.captured", "campaign": "%s", "lead": "%s", "at": "%s",
                     "attributes": {"source": "%s", "segment": "%s"}}""".formatted(campaign, lead, at, source, segment));
            if (n < qualified) {
                events.add("""
                        {"type": "lead.qualified", "campaign": "%s", "lead": "%s", "at": "%s"}""".formatted(campaign, lead, at.plusSeconds(1)));
            }
        }
        assertThat(team.call("POST", "/api/v1/events", "[" + String.join(",", events) + "]")
                        .statusCode())
                .isEqualTo(200);
    }
}
