package dev.tundish.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a new marketer: make an address, paste it, send one form, say what it means, see the lead run. */
class IncomingIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private static Team team;

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        team = Team.start(home);
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        team.close();
    }

    @Test
    void anAddressIsPastedOneFormIsSentItIsMappedByClickingAndTheLeadRuns() throws Exception {
        campaign("spring");
        Page page = chromium.page(1280, 900);
        team.signIn(page, "/incoming");
        page.locator("#make-address").click();
        page.locator("#address-name input").fill("Website form");
        page.locator("#address-make").click();
        String form = page.locator("#address-html pre").textContent();
        Assertions.assertThat(form).contains("/in/in_");
        String address = page.locator("#address-text pre").textContent();
        page.locator("#address-copied").click();
        assertThat(page.locator("#address-empty")).containsText("Nothing has come yet");

        Page visitor = chromium.page(390, 844);
        visitor.setContent(form.replace("localhost", "127.0.0.1")
                .replace(":" + port(address), ":" + team.node().apiPort()));
        visitor.locator("input[name=name]").fill("Ana Ruiz");
        visitor.locator("input[name=email]").fill("Ana@Example.com");
        visitor.locator("input[name=company]").fill("Acme <b>Inc</b>");
        visitor.getByRole(AriaRole.BUTTON).click();
        assertThat(visitor.locator("body")).containsText("Thank you");
        visitor.context().close();

        assertThat(page.locator("#mapping-preview")).containsText("Ana@Example.com");
        assertThat(page.locator("#address-kept")).containsText("1 body was refused");
        pick(page, "#mapping-campaign", "Campaign spring");
        pick(page, "#field-0", "Contact: name");
        assertThat(page.locator("#mapping-preview")).containsText("All of the last 1 would be taken");
        assertThat(page.locator("#mapping-preview")).containsText("ana@example.com");
        assertThat(page.locator("#mapping-preview")).containsText("Acme <b>Inc</b>");
        page.locator("#mapping-save").click();
        assertThat(page.locator("#address-facts")).containsText("version 1");
        page.locator("#address-again").click();
        assertThat(page.locator("#address-kept")).isHidden();

        page.navigate(team.page("/campaigns/spring"));
        assertThat(page.locator("#stage-count-captured")).containsText("1");
        page.navigate(team.page("/incoming"));
        assertThat(page.locator("#sources")).containsText("Website form");
        assertThat(page.locator("#sources")).containsText("1 refused");
        assertThat(page.locator("#minutes")).containsText("Website form");
        page.context().close();
    }

    @Test
    void whatWasSentForACampaignThatIsMissingIsTakenOnceItIsMade() throws Exception {
        Page page = chromium.page(390, 844);
        team.signIn(page, "/incoming");
        Assertions.assertThat(team.call("POST", "/api/v1/events", """
                        [{"type": "lead.captured", "campaign": "autumn", "lead": "a"},
                         {"type": "lead.captured", "campaign": "autumn", "lead": "b"}]""").statusCode())
                .isEqualTo(422);
        assertThat(page.locator("#refused")).containsText("2 × There is no such campaign");
        page.locator("#refused .t-make").click();
        assertThat(page.locator("#campaign-key input")).hasValue("autumn");
        page.locator("#campaign-name input").fill("Autumn fair");
        page.locator("#campaign-name input").press("Tab");
        assertThat(page.locator("#campaign-key input")).hasValue("autumn");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make the campaign"))
                .click();
        page.waitForURL(at -> at.endsWith("/campaigns/autumn/edit"));
        page.navigate(team.page("/incoming"));
        page.locator("#refused .t-again").click();
        assertThat(page.locator("main")).containsText("Nothing: all that came was taken");
        page.navigate(team.page("/campaigns/autumn"));
        assertThat(page.locator("#stage-count-captured")).containsText("2");
        page.context().close();
    }

    private static String port(String address) {
        return address.replaceAll("http://[^:]*:(\\d+)/.*", "$1");
    }

    private static void pick(Page page, String box, String words) {
        page.locator(box + " input").fill(words);
        page.locator("vaadin-combo-box-item")
                .filter(new Locator.FilterOptions().setVisible(true).setHasText(words))
                .first()
                .click();
    }

    private static void campaign(String key) throws Exception {
        Assertions.assertThat(team.call("PUT", "/api/v1/campaigns/" + key, """
                        {"name": "Campaign %s", "template": "sales-assisted"}""".formatted(key))
                        .statusCode())
                .isEqualTo(201);
    }
}
