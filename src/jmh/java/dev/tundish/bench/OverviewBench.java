package dev.tundish.bench;

import com.microsoft.playwright.Page;
import dev.tundish.browser.Chromium;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** What the overview costs: 200 campaigns, 2,000 events a second over all of them, and one browser that looks, or none. */
final class OverviewBench {

    private static final int CAMPAIGNS = 200;
    private static final int BATCH = 200;
    private static final int BATCHES_A_SECOND = 10;
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    /** Counts frames that took longer than a twentieth of a second, and the bytes that came by push. */
    private static final String WATCH = """
            () => {
                window.slow = 0;
                let before = performance.now();
                const frame = now => {
                    if (now - before > 50) window.slow++;
                    before = now;
                    requestAnimationFrame(frame);
                };
                requestAnimationFrame(frame);
            }""";

    private OverviewBench() {}

    static void measure(App app, Figures figures) throws Exception {
        List<String> campaigns = IntStream.range(0, CAMPAIGNS)
                .mapToObj(n -> "row-%03d".formatted(n))
                .toList();
        for (String campaign : campaigns) {
            app.campaign(campaign);
        }
        AtomicBoolean sending = new AtomicBoolean(true);
        try (ExecutorService sender = Executors.newSingleThreadExecutor();
                Chromium chromium = new Chromium()) {
            sender.submit(() -> send(app, campaigns, sending));
            rest(WARM_UP);
            double alone = cores(app);
            Page page = chromium.page(1920, 1080);
            List<Integer> pushed = new ArrayList<>();
            page.onWebSocket(socket -> socket.onFrameReceived(frame -> pushed.add(
                    frame.text() == null ? frame.binary().length : frame.text().length())));
            SignIn.at(page, app, "/");
            page.waitForFunction(
                    "() => document.querySelector('tundish-overview')?.shadowRoot?.querySelectorAll('.row[data-key]').length >= "
                            + CAMPAIGNS);
            page.waitForTimeout(WARM_UP.toMillis());
            page.evaluate(WATCH);
            pushed.clear();
            Duration before = app.cpu();
            page.waitForTimeout(MEASURED.toMillis());
            double looked = seconds(app.cpu().minus(before)) / seconds(MEASURED);
            double slow = ((Number) page.evaluate("() => window.slow")).doubleValue();
            sending.set(false);
            figures.add("overview, 2,000 events/s: cores of the server without a viewer", Figures.number(alone));
            figures.add("    with one", Figures.number(looked));
            figures.add(
                    "    pushed to it",
                    Figures.number(pushed.stream().mapToInt(n -> n).sum() / seconds(MEASURED) / 1000) + " kB/s in "
                            + Figures.number(pushed.size() / seconds(MEASURED)) + " messages/s");
            figures.add("    frames over 50 ms in " + MEASURED.toSeconds() + " s", Figures.number(slow));
        }
    }

    private static double cores(App app) throws InterruptedException {
        Duration before = app.cpu();
        rest(MEASURED);
        return seconds(app.cpu().minus(before)) / seconds(MEASURED);
    }

    private static Void send(App app, List<String> campaigns, AtomicBoolean sending) throws Exception {
        Load load = new Load("overview", campaigns);
        Semaphore pause = new Semaphore(0);
        try (Line line = app.line()) {
            long next = System.nanoTime();
            while (sending.get()) {
                line.post(load.array(BATCH)).expectSuccess();
                next += TimeUnit.SECONDS.toNanos(1) / BATCHES_A_SECOND;
                pause.tryAcquire(Math.max(0, next - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        }
        return null;
    }

    private static void rest(Duration duration) throws InterruptedException {
        new Semaphore(0).tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
