package dev.tundish.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A campaign is made and changed as a marketer would: by the form, and the stages with the keyboard. */
class CampaignFormIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private static Team team;

    @SuppressWarnings("NullAway.Init")
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        team = Team.start(home);
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        team.close();
    }

    @Test
    void makesACampaignAndReordersItsStagesByKeyboard() throws Exception {
        Page page = page();
        team.signIn(page, "/campaigns");
        page.locator("a.make").first().click();
        page.waitForURL("**/campaigns/new");
        page.locator("#campaign-name input").fill("Spring launch");
        assertThat(page.locator("#campaign-key input")).hasValue("spring-launch");
        Locator talks = stage(page, 3);
        talks.focus();
        page.keyboard().press("Alt+ArrowUp");
        assertThat(stage(page, 2)).hasValue("Opportunity");
        assertThat(stage(page, 2)).isFocused();
        page.keyboard().press("Alt+ArrowUp");
        assertThat(stage(page, 1)).hasValue("Opportunity");
        page.locator("#campaign-save").click();
        page.waitForURL("**/campaigns/spring-launch/edit");
        assertThat(page.locator("#first-event")).containsText("Send the first event");
        assertThat(keys(json("GET", "/api/v1/campaigns/spring-launch").at("/flow")))
                .containsExactly("captured", "opportunity", "qualified", "accepted", "converted");
        page.locator("nav a", new Page.LocatorOptions().setHasText("Campaigns")).click();
        page.waitForURL("**/campaigns");
        assertThat(page.locator("[data-key=spring-launch]")).containsText("Spring launch");
        page.context().close();
    }

    @Test
    void saysWhatAChangeOfFlowDoesAndThenDoesJustThat() throws Exception {
        call("PUT", "/api/v1/campaigns/sales", "{'name':'Sales','template':'sales-assisted','targets':{'accepted':9}}");
        List<String> events = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            events.add(event("captured", n));
        }
        for (int n = 0; n < 12; n++) {
            events.add(event("qualified", n));
        }
        for (int n = 0; n < 7; n++) {
            events.add(event("accepted", n));
        }
        for (int n = 0; n < 3; n++) {
            events.add(event("converted", n));
        }
        call("POST", "/api/v1/events", events.toString());

        Page page = page();
        team.signIn(page, "/campaigns/sales/edit");
        page.locator(".t-stage").nth(2).locator("vaadin-button").nth(2).focus();
        page.keyboard().press("Enter");
        Locator effect = page.locator("#campaign-effect");
        assertThat(effect).containsText("42 events are read anew");
        assertThat(effect).containsText("of the 4 leads that stand there, 4 would stand at “Qualified”");
        assertThat(effect).containsText("The target of 9 for “Accepted by sales” falls away");
        List<String> then = effect.locator("tbody tr td:nth-of-type(2)").allTextContents();
        assertThat(then).containsExactly("20", "12", "3", "3", "gone");
        assertThat(json("GET", "/api/v1/campaigns/sales").at("/flow").size())
                .as("nothing is saved yet")
                .isEqualTo(5);

        page.locator("#campaign-save").click();
        page.locator("#campaign-rebuild-yes").click();
        assertThat(page.locator("#campaign-state")).hasText("Saved, and counted anew.");
        assertThat(page.locator(".t-stage")).hasCount(4);
        assertThat(json("GET", "/api/v1/campaigns/sales/funnel")
                        .at("/stages")
                        .valueStream()
                        .map(each -> each.at("/leads").asString()))
                .containsExactlyElementsOf(then.subList(0, 4));
        assertThat(json("GET", "/api/v1/campaigns/sales/changes")
                        .at("/changes/0/what")
                        .asString())
                .startsWith("Stage “Accepted by sales” removed");
        page.context().close();
    }

    /** As an office's browser would be; numbers are written in English. */
    private static Page page() {
        Page page = chromium.page(1280, 900);
        page.setExtraHTTPHeaders(java.util.Map.of("Accept-Language", Locale.ENGLISH.toLanguageTag()));
        return page;
    }

    private static Locator stage(Page page, int n) {
        return page.locator(".t-stage").nth(n).locator("input").first();
    }

    private static List<String> keys(JsonNode flow) {
        return flow.valueStream().map(each -> each.at("/key").asString()).toList();
    }

    private static String event(String type, int lead) {
        return "{'type':'lead." + type + "','campaign':'sales','lead':'l-" + lead + "'}";
    }

    private static JsonNode json(String method, String path) throws Exception {
        return JsonMapper.shared().readTree(call(method, path, ""));
    }

    private static String call(String method, String path, String body) throws Exception {
        var answer = team.call(method, path, body.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }
}
