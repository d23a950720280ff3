package dev.tundish.bench;

import com.microsoft.playwright.Page;
import dev.tundish.browser.Chromium;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * 50 open campaign pages, ten campaigns times five filters, while 2,000 events a second arrive: what they cost the server,
 * and how far the slowest of them is behind. Behind is the time from the answer that acknowledged a lead to the picture
 * that counts it.
 */
final class PagesBench {

    private static final int CAMPAIGNS = 10;
    private static final List<String> SOURCES = List.of("search", "social", "newsletter", "webinar", "referral");
    private static final int IN_CHROMIUM = 3;
    private static final int BATCH = 100;
    private static final int BATCHES_A_SECOND = 20;
    private static final Duration WARM_UP = Duration.ofSeconds(45);
    private static final Duration MEASURED = Duration.ofSeconds(30);

    private PagesBench() {}

    /** What was acknowledged of one campaign and source, and what one page has shown of it. Times: milliseconds. */
    private static final class Watched {
        private final List<Double> acknowledged = new ArrayList<>();
        private int shown;
        private double from = Double.MAX_VALUE;
        private double behind;

        synchronized void acknowledged(double at) {
            acknowledged.add(at);
        }

        /** The first picture may know no filter yet: more leads than there are. */
        synchronized void shown(long count, double at) {
            if (count > acknowledged.size() + BATCH) {
                return;
            }
            if (at >= from && shown < Math.min(count, acknowledged.size())) {
                behind = Math.max(behind, at - acknowledged.get(shown));
            }
            shown = (int) Math.max(shown, count);
        }

        synchronized void measureFrom(double at) {
            from = at;
        }

        /** Also of what was acknowledged by then and is not shown yet. */
        synchronized double behind(double at) {
            if (shown == 0) {
                throw new IllegalStateException("A page shows no leads.");
            }
            return shown < acknowledged.size() ? Math.max(behind, at - acknowledged.get(shown)) : behind;
        }
    }

    private static double now() {
        return System.currentTimeMillis();
    }

    static void measure(App app, Figures figures) throws Exception {
        List<String> campaigns =
                IntStream.range(0, CAMPAIGNS).mapToObj(n -> "pages-" + n).toList();
        for (String campaign : campaigns) {
            app.campaign(campaign);
        }
        List<Watched> watched = IntStream.range(0, CAMPAIGNS * SOURCES.size())
                .mapToObj(n -> new Watched())
                .toList();
        List<Viewer> viewers = new ArrayList<>();
        AtomicBoolean sending = new AtomicBoolean(true);
        AtomicLong sent = new AtomicLong();
        try (ExecutorService sender = Executors.newSingleThreadExecutor();
                Chromium chromium = new Chromium()) {
            try {
                Future<?> sends = sender.submit(() -> send(app, campaigns, watched, sending, sent));
                rest(Duration.ofSeconds(10));
                List<Page> pages = new ArrayList<>();
                for (int n = 0; n < watched.size(); n++) {
                    if (n < IN_CHROMIUM) {
                        pages.add(inChromium(chromium, app, address(campaigns, n)));
                    } else {
                        Watched one = watched.get(n);
                        viewers.add(new Viewer(
                                app,
                                "campaigns/" + campaigns.get(n / SOURCES.size()),
                                query(n),
                                count -> one.shown(count, now())));
                    }
                }
                rest(WARM_UP);
                double from = now();
                watched.forEach(one -> one.measureFrom(from));
                Duration before = app.cpu();
                long sentBefore = sent.get();
                rest(MEASURED);
                double seconds = (now() - from) / 1e3;
                double cores = app.cpu().minus(before).toNanos() / 1e9 / seconds;
                double rate = (sent.get() - sentBefore) / seconds;
                for (int n = 0; n < pages.size(); n++) {
                    shown(pages.get(n), watched.get(n));
                }
                double to = now();
                double[] behind = watched.stream()
                        .mapToDouble(one -> one.behind(to))
                        .sorted()
                        .toArray();
                figures.add("50 pages: events that arrived meanwhile", Figures.number(rate) + "/s");
                figures.below("    cores of the server and its database", cores, 1, "");
                figures.below("    the slowest viewer is at most behind", behind[behind.length - 1], 1_000, " ms");
                figures.add(
                        "    the viewer in the middle is at most behind",
                        Figures.number(behind[behind.length / 2]) + " ms");
                sending.set(false);
                sends.get();
            } finally {
                sending.set(false);
                viewers.forEach(Viewer::close);
            }
        }
    }

    private static String query(int n) {
        return "filter=source:" + SOURCES.get(n % SOURCES.size());
    }

    private static String address(List<String> campaigns, int n) {
        return "/campaigns/" + campaigns.get(n / SOURCES.size()) + "?" + query(n);
    }

    private static Page inChromium(Chromium chromium, App app, String address) {
        Page page = chromium.page(1280, 900);
        page.setDefaultTimeout(60_000);
        SignIn.at(page, app, address);
        FirstCount.watch(page);
        return page;
    }

    /** What a page of Chromium showed, each count at the moment it was in the document. */
    private static void shown(Page page, Watched watched) {
        Object shown = page.evaluate("() => [...window.shown].flat()");
        double[] flat = ((List<?>) shown)
                .stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray();
        for (int n = 0; n < flat.length; n += 2) {
            watched.shown((long) flat[n], flat[n + 1]);
        }
    }

    private static Void send(
            App app, List<String> campaigns, List<Watched> watched, AtomicBoolean sending, AtomicLong sent)
            throws Exception {
        Semaphore pause = new Semaphore(0);
        long lead = 0;
        try (Line line = app.line()) {
            long next = System.nanoTime();
            while (sending.get()) {
                StringBuilder text = new StringBuilder("[");
                List<Watched> fresh = new ArrayList<>();
                for (int n = 0; n < BATCH; n++, lead++) {
                    // Each lead comes and is qualified half a thousand events later.
                    boolean captured = n % 2 == 0;
                    long which = captured ? lead : Math.max(0, lead - 501);
                    int cell = (int) (which / 2 % watched.size());
                    text.append(n == 0 ? "" : ",")
                            .append("{\"type\":\"")
                            .append(captured ? "lead.captured" : "lead.qualified")
                            .append("\",\"campaign\":\"")
                            .append(campaigns.get(cell / SOURCES.size()))
                            .append("\",\"lead\":\"l-")
                            .append(which)
                            .append("\",\"at\":\"")
                            .append(Instant.now())
                            .append("\",\"attributes\":{\"source\":\"")
                            .append(SOURCES.get(cell % SOURCES.size()))
                            .append("\"}}");
                    if (captured) {
                        fresh.add(watched.get(cell));
                    }
                }
                line.post(text.append(']').toString().getBytes(StandardCharsets.UTF_8))
                        .expectSuccess();
                double now = now();
                fresh.forEach(one -> one.acknowledged(now));
                sent.addAndGet(BATCH);
                next += TimeUnit.SECONDS.toNanos(1) / BATCHES_A_SECOND;
                pause.tryAcquire(Math.max(0, next - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        }
        return null;
    }

    private static void rest(Duration duration) throws InterruptedException {
        new Semaphore(0).tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS);
    }
}
