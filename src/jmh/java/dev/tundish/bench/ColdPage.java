package dev.tundish.bench;

import com.microsoft.playwright.Page;
import dev.tundish.browser.Chromium;
import java.nio.charset.StandardCharsets;

/** From a click on a campaign of which nothing is in memory to its first numbers on the page. */
final class ColdPage {

    private static final String OTHER = "another";

    private ColdPage() {}

    static void measure(App app, String campaign, Figures figures) throws Exception {
        app.campaign(OTHER);
        try (Line line = app.line()) {
            line.post("{\"type\":\"lead.captured\",\"campaign\":\"%s\",\"lead\":\"one\"}"
                            .formatted(OTHER)
                            .getBytes(StandardCharsets.UTF_8))
                    .expectSuccess();
        }
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.page(1920, 1080);
            // The program of the pages is in the browser, and the server has shown one like it: of another campaign.
            SignIn.at(page, app, "/campaigns/" + OTHER);
            FirstCount.watch(page);
            page.navigate(app.page("/"));
            String row = ".row[data-key=" + campaign + "]";
            page.locator(row).waitFor();
            double clicked = ((Number) page.evaluate("() => performance.timeOrigin + performance.now()")).doubleValue();
            page.locator(row).click();
            FirstCount.watch(page);
            page.waitForFunction("() => Math.max(...window.shown.keys()) > 0");
            double shown = ((Number) page.evaluate("() => Math.min(...window.shown.values())")).doubleValue();
            figures.below("cold page, from the click to its first numbers", shown - clicked, 1_000, " ms");
        }
    }
}
