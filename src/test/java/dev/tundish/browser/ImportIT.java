package dev.tundish.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.tundish.imports.Olist;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files brought in by hand, as somebody in marketing does. */
class ImportIT {

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
    void twoFilesOfLeadsAndOfWonDealsAreACampaignOfEightThousandWith842Won() throws Exception {
        campaign("olist");
        Page page = chromium.page(1280, 900);
        team.signIn(page, "/import?campaign=olist");

        bring(page, "leads.csv", Olist.leads(8_000));
        choose(page, 0, "Lead: who it is (id)");
        choose(page, 1, "New leads: when they came in");
        choose(page, 2, "Trait: landing_page_id");
        choose(page, 3, "Trait: source");
        assertThat(page.locator("#import-preview")).containsText("All of the first 200 rows would be taken");
        String address = page.url();
        page.locator("#import-start").click();
        page.locator("#import-added").waitFor();
        page.reload();
        assertThat(page.locator("#import-said")).containsText("8,000 rows were dealt with");
        assertThat(page.locator("#import-added")).hasText("8,000");
        assertThat(page.url()).isEqualTo(address);

        page.navigate(team.page("/import?campaign=olist"));
        bring(page, "deals.csv", Olist.deals(8_000, 842));
        choose(page, 0, "Lead: who it is (id)");
        choose(page, 1, "Leave out");
        choose(page, 2, "Won: when, or yes");
        choose(page, 3, "Trait: business_segment");
        page.locator("#import-start").click();
        assertThat(page.locator("#import-added")).hasText("842");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("See the campaign"))
                .click();
        assertThat(page.locator("#stage-count-captured")).containsText("8,000");
        // however long they took
        page.navigate(team.page("/campaigns/olist?window=none"));
        assertThat(page.locator("#stage-count-captured")).containsText("8,000");
        assertThat(page.locator("#stage-count-converted")).containsText("842");
        page.context().close();
    }

    @Test
    void refusedRowsAreHandedOutAndTheSameFileChangesNothing() throws Exception {
        campaign("small");
        Page page = chromium.page(390, 844);
        team.signIn(page, "/import?campaign=small");
        String file = "lead_id,created\na1,2018-02-01\na2,soon\na3,2018-02-02\n";
        bring(page, "small.csv", file);
        assertThat(page.locator("#import-preview")).containsText("2 would be taken and 1 refused");
        page.locator("#import-start").click();
        assertThat(page.locator("#import-refused")).hasText("1");
        Download download =
                page.waitForDownload(() -> page.locator("#import-download").click());
        assertThat(download.suggestedFilename()).isEqualTo("refused-small.csv");
        assertThat(Files.readString(download.path()))
                .contains("Refused row,Refused because,Refused code,lead_id,created")
                .contains("a2,soon")
                .doesNotContain("a1");

        page.navigate(team.page("/import?campaign=small"));
        bring(page, "small.csv", file);
        page.locator("#import-start").click();
        assertThat(page.locator("#import-known")).hasText("2");
        assertThat(page.locator("#import-added")).hasText("0");
        page.context().close();
    }

    @Test
    void saysWhyAFileCannotBeRead() throws Exception {
        campaign("wrong");
        Page page = chromium.page(1280, 900);
        team.signIn(page, "/import?campaign=wrong");
        page.locator("#import-file input[type=file]").setInputFiles(payload("sheet.csv", "PK\u0003\u0004"));
        assertThat(page.locator("#import-trouble")).containsText("not a CSV file");
        page.context().close();
    }

    private static void bring(Page page, String name, String text) {
        page.locator("#import-file input[type=file]").setInputFiles(payload(name, text));
        page.waitForURL(address -> address.matches(".*/import/\\d+"));
        page.locator("#import-start").waitFor();
    }

    private static FilePayload payload(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void choose(Page page, int column, String meaning) {
        page.locator("#column-" + column).click();
        page.locator("vaadin-select-list-box vaadin-select-item")
                .filter(new Locator.FilterOptions().setVisible(true).setHasText(meaning))
                .first()
                .click();
    }

    private static void campaign(String key) throws Exception {
        assertThat(List.of(201))
                .contains(team.call("PUT", "/api/v1/campaigns/" + key, """
                        {"name": "Campaign %s", "template": "sales-assisted"}""".formatted(key))
                        .statusCode());
    }
}
