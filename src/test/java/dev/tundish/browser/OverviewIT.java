package dev.tundish.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The overview of 200 campaigns, in a real browser. */
class OverviewIT {

    private static final int PLAIN = 196;

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
        Instant now = Instant.now();
        for (int n = 0; n < PLAIN; n++) {
            put("plain-%03d".formatted(n), """
                    {"name": "Plain %d", "template": "self-serve", "tags": ["%s"]}""".formatted(n, n % 2 == 0 ? "even" : "odd"));
        }
        put("winter", """
                {"name": "Winter", "template": "sales-assisted", "launchedAt": "%s", "endsAt": "%s"}""".formatted(now.minus(Duration.ofDays(100)), now.minus(Duration.ofDays(70))));
        put("spring", """
                {"name": "Spring <i>launch</i>", "template": "sales-assisted", "launchedAt": "%s", "owner": "admin",
                 "tags": ["b2b"], "predecessor": "winter", "spend": {"amount": "700", "currency": "EUR"}}""".formatted(now.minus(Duration.ofDays(2))));
        put("summer", """
                {"name": "Summer", "template": "sales-assisted", "launchedAt": "%s"}""".formatted(now.plus(Duration.ofDays(9))));
        put("calm", """
                {"name": "Calm", "template": "sales-assisted", "launchedAt": "%s", "predecessor": "winter"}""".formatted(now.minus(Duration.ofDays(2))));
        leads("winter", 200, 120, 80, now.minus(Duration.ofDays(99)));
        leads("spring", 200, 120, 14, now.minus(Duration.ofHours(20)));
        leads("calm", 200, 118, 82, now.minus(Duration.ofHours(20)));
    }

    @AfterAll
    static void stop() {
        chromium.close();
        team.close();
    }

    @Test
    void saysWhichCampaignNeedsSomebodyNowAndWhy() {
        Page page = overview("/");
        page.waitForFunction(text("#summary", "1 of 198 campaigns needs you: Spring <i>launch</i>."));
        assertThat(page.locator("#summary a").count()).isEqualTo(1);
        Locator first = page.locator(".row[data-key]").first();
        assertThat(first.getAttribute("data-key")).isEqualTo("spring");
        assertThat(first.innerText())
                .contains("Off track", "Qualified → Accepted by sales 12", "Winter had 67", "at this age", "€50")
                .containsPattern("106\\s+oldest \\d+ h");
        // What is below the edge of the screen is not drawn, but there.
        assertThat(page.locator(".row[data-key=calm]").textContent()).contains("On track");
        assertThat(page.locator(".row[data-key=plain-000]").textContent()).contains("Too early");
        page.context().close();
    }

    @Test
    void countsWithoutAReloadWhileSomebodyReads() throws Exception {
        Page page = overview("/");
        page.locator(".row[data-key=plain-007]").waitFor();
        page.evaluate("() => { window.neverReloaded = true; }");
        event("plain-007", "lead.captured", "ada", Instant.now());
        page.waitForFunction(text("#leads-plain-007", "1"));
        assertThat(page.evaluate("() => window.neverReloaded")).isEqualTo(true);
        page.context().close();
    }

    @Test
    void theAddressHoldsTheLook() {
        Page page = overview("/?tag=b2b");
        page.locator(".row[data-key=spring]").waitFor();
        assertThat(page.locator(".row[data-key]").count()).isEqualTo(1);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Without the tag b2b"))
                .click();
        page.waitForFunction(rows(198));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ended 1"))
                .click();
        page.locator(".row[data-key=winter]").waitFor();
        page.waitForURL(address -> address.endsWith("/?state=ended"));
        page.reload();
        page.locator(".row[data-key=winter]").waitFor();
        assertThat(page.locator(".row[data-key]").count()).isEqualTo(1);
        page.goBack();
        page.waitForFunction(rows(198));
        page.locator("#find").fill("plain 19");
        page.waitForFunction(rows(8));
        page.waitForURL(address -> address.endsWith("/?q=plain+19") || address.endsWith("/?q=plain%2019"));
        page.locator("#find").fill("nothing like it");
        page.getByText("No campaign fits what you chose.").waitFor();
        page.getByText("Show all live campaigns").click();
        page.waitForFunction(rows(198));
        page.locator("#mine").click();
        page.waitForFunction(rows(1));
        page.context().close();
    }

    @Test
    void goesByKeyboardAndIsATableToThoseWhoHearIt() {
        Page page = overview("/?q=spring");
        page.locator(".row[data-key=spring]").waitFor();
        assertThat(page.getByRole(AriaRole.COLUMNHEADER).count()).isEqualTo(9);
        page.locator("#find").focus();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL(address -> address.endsWith("/campaigns/spring"));
        page.context().close();
    }

    @Test
    void fitsAPhone() {
        Page page = chromium.page(390, 844);
        page.setDefaultTimeout(60_000);
        team.signIn(page, "/");
        page.waitForFunction(text("#summary", "1 of 198 campaigns needs you: Spring <i>launch</i>."));
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing to be pushed sideways")
                .isEqualTo(true);
        page.locator(".row[data-key=spring] a").click();
        page.waitForURL(address -> address.endsWith("/campaigns/spring"));
        page.context().close();
    }

    private static Page overview(String address) {
        Page page = chromium.page(1440, 900);
        page.setDefaultTimeout(60_000);
        team.signIn(page, address);
        return page;
    }

    private static String text(String selector, String start) {
        return """
                () => {
                    const list = document.querySelector('tundish-overview');
                    const e = list && list.shadowRoot && list.shadowRoot.querySelector('%s');
                    return !!e && e.textContent.trim().replace(/\\s+/g, ' ').startsWith('%s');
                }""".formatted(selector, start);
    }

    private static String rows(int count) {
        return "() => document.querySelector('tundish-overview').shadowRoot.querySelectorAll('.row[data-key]').length === "
                + count;
    }

    /**
     * So many leads came in, so many of them were handed over, and so many of these accepted. All within twenty minutes:
     * of so few gaps nobody can tell whether it is quiet since.
     */
    private static void leads(String campaign, int captured, int qualified, int accepted, Instant from)
            throws Exception {
        StringBuilder events = new StringBuilder("[");
        for (int n = 0; n < captured; n++) {
            Instant at = from.plusSeconds(60L * (n % 20));
            events.append(n == 0 ? "" : ",").append(json(campaign, "lead.captured", "lead-" + n, at));
            if (n < qualified) {
                events.append(',').append(json(campaign, "lead.qualified", "lead-" + n, at.plusSeconds(60)));
            }
            if (n < accepted) {
                events.append(',').append(json(campaign, "lead.accepted", "lead-" + n, at.plusSeconds(120)));
            }
        }
        ok(team.call("POST", "/api/v1/events", events.append(']').toString()), 200);
    }

    private static void event(String campaign, String type, String lead, Instant at) throws Exception {
        ok(team.call("POST", "/api/v1/events", json(campaign, type, lead, at)), 200);
    }

    private static String json(String campaign, String type, String lead, Instant at) {
        return """
                {"type": "%s", "campaign": "%s", "lead": "%s", "at": "%s"}""".formatted(type, campaign, lead, at);
    }

    private static void put(String key, String definition) throws Exception {
        ok(team.call("PUT", "/api/v1/campaigns/" + key, definition), 201);
    }

    private static void ok(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }
}
