package dev.tundish.bench;

import com.microsoft.playwright.Page;
import dev.tundish.browser.Chromium;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** From just before a POST to the moment at which an open page shows it: one viewer, the clock of this machine. */
final class PageBench {

    private static final int POSTS = 100;
    private static final int WARM_UP = 5;
    private static final String CAMPAIGN = "a-page";

    private PageBench() {}

    static void measure(App app, Figures figures) throws Exception {
        app.campaign(CAMPAIGN);
        double[] took = new double[POSTS];
        Random random = new Random(1);
        Semaphore pause = new Semaphore(0);
        try (Chromium chromium = new Chromium();
                Line line = app.line()) {
            post(line, -WARM_UP);
            Page page = chromium.page(1280, 900);
            SignIn.at(page, app, "/campaigns/" + CAMPAIGN);
            FirstCount.watch(page);
            for (int n = 1 - WARM_UP; n < POSTS; n++) {
                int count = n + WARM_UP + 1;
                double began = System.currentTimeMillis();
                post(line, n);
                page.waitForFunction("count => window.shown.has(count)", count);
                double shown = ((Number) page.evaluate("count => window.shown.get(count)", count)).doubleValue();
                if (n >= 0) {
                    took[n] = shown - began;
                }
                // at no fixed beat, so that it does not fall in with one of the page's
                pause.tryAcquire(300 + random.nextInt(500), TimeUnit.MILLISECONDS);
            }
        }
        Arrays.sort(took);
        figures.below("from POST to changed page, median of " + POSTS, took[POSTS / 2], 300, " ms");
        figures.add("    p95", Figures.number(took[POSTS * 95 / 100]) + " ms");
    }

    private static void post(Line line, int n) throws Exception {
        String event = """
                {"type":"lead.captured","campaign":"%s","lead":"lead%d","attributes":{"source":"social"}}""";
        line.post(event.formatted(CAMPAIGN, n).getBytes(StandardCharsets.UTF_8)).expectSuccess();
    }
}
