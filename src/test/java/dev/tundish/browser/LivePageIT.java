package dev.tundish.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LivePageIT {

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
    void showsAnEventThatWasPostedWithoutAReload() throws Exception {
        campaign("spring");
        Page page = chromium.page(1280, 900);
        List<String> outside = new ArrayList<>();
        page.onRequest(request -> {
            if (!request.url().startsWith(team.page("")) && !request.url().startsWith("data:")) {
                outside.add(request.url());
            }
        });
        team.signIn(page, "/campaigns/spring");
        page.evaluate("() => { window.neverReloaded = true; }");
        awaitCount(page, "captured", "0");
        for (String lead : List.of("ada", "grace")) {
            assertThat(post("spring", lead)).isEqualTo(200);
        }
        awaitCount(page, "captured", "2");
        assertThat(page.evaluate("() => window.neverReloaded")).isEqualTo(true);
        assertThat(outside).as("a page loads nothing from elsewhere").isEmpty();
        page.context().close();
    }

    @Test
    void losesNothingAndRecoversWhenTheDatabaseStopsForTenSecondsUnderLoad() throws Exception {
        campaign("stormy");
        Page page = chromium.page(1280, 900);
        team.signIn(page, "/campaigns/stormy");
        awaitCount(page, "captured", "0");
        AtomicBoolean sending = new AtomicBoolean(true);
        AtomicInteger acknowledged = new AtomicInteger();
        AtomicInteger turnedAway = new AtomicInteger();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> sent = new ArrayList<>();
            for (int sender = 0; sender < 4; sender++) {
                sent.add(senders.submit(sender(sender, sending, acknowledged, turnedAway)));
            }
            awaitUntil(() -> acknowledged.get() > 200);
            team.pauseDatabase();
            Instant stopped = Instant.now();
            page.locator("#banner").waitFor();
            assertThat(Duration.between(stopped, Instant.now()))
                    .as("the page says that it is cut off")
                    .isLessThan(Duration.ofSeconds(8));
            awaitUntil(() -> turnedAway.get() > 0
                    && Duration.between(stopped, Instant.now()).toSeconds() >= 10);
            int before = acknowledged.get();
            team.resumeDatabase();
            awaitUntil(() -> acknowledged.get() > before + 200);
            sending.set(false);
            for (Future<Integer> done : sent) {
                done.get();
            }
        }
        String funnel = team.call("GET", "/api/v1/campaigns/stormy/funnel?parts=counts", "")
                .body();
        assertThat(funnel).contains("\"leads\":" + acknowledged.get() + ",");
        awaitCount(page, "captured", String.format(Locale.US, "%,d", acknowledged.get()));
        page.locator("#banner").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        page.context().close();
    }

    @Test
    void goesOnByItselfWhenTheServerStartsAgain() throws Exception {
        campaign("restarted");
        Page page = chromium.page(1280, 900);
        team.signIn(page, "/campaigns/restarted");
        awaitCount(page, "captured", "0");
        team.restart();
        assertThat(post("restarted", "ada")).isEqualTo(200);
        page.setDefaultTimeout(60_000);
        awaitCount(page, "captured", "1");
        assertThat(page.url()).endsWith("/campaigns/restarted");
        page.context().close();
    }

    /** Sends leads one by one, each until it is acknowledged, as a sender that follows Retry-After would. */
    private Callable<Integer> sender(
            int number, AtomicBoolean sending, AtomicInteger acknowledged, AtomicInteger turnedAway) {
        return () -> {
            Semaphore pause = new Semaphore(0);
            int n = 0;
            while (sending.get()) {
                String lead = "lead-" + number + "-" + n++;
                while (post("stormy", lead) != 200) {
                    turnedAway.incrementAndGet();
                    pause.tryAcquire(200, TimeUnit.MILLISECONDS);
                }
                acknowledged.incrementAndGet();
            }
            return n;
        };
    }

    private static void campaign(String key) throws Exception {
        assertThat(team.call("PUT", "/api/v1/campaigns/" + key, """
                        {"name": "Campaign %s", "template": "sales-assisted"}""".formatted(key))
                        .statusCode())
                .isEqualTo(201);
    }

    private static int post(String campaign, String lead) throws Exception {
        return team.call("POST", "/api/v1/events", """
                        {"id": "c-%2$s", "type": "lead.captured", "campaign": "%1$s", "lead": "%2$s"}""".formatted(campaign, lead))
                .statusCode();
    }

    private static void awaitCount(Page page, String stage, String count) {
        page.waitForFunction("""
                ([stage, count]) => {
                    const find = root => {
                        const here = root.querySelector('#stage-count-' + stage);
                        if (here) return here;
                        for (const e of root.querySelectorAll('*')) {
                            const found = e.shadowRoot && find(e.shadowRoot);
                            if (found) return found;
                        }
                        return null;
                    };
                    const e = find(document);
                    return e !== null && e.textContent.trim().startsWith(count);
                }""", List.of(stage, count));
    }

    private static void awaitUntil(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(condition);
    }
}
