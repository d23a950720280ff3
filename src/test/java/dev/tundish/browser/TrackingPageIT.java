package dev.tundish.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.SimpleFileServer;
import dev.tundish.clients.ClientScript;
import dev.tundish.clients.Installation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code @segment/analytics-next} in a page of another origin, as its makers publish it. */
class TrackingPageIT {

    private static final int MANY = 60;

    @TempDir
    static Path home;

    @TempDir
    static Path site;

    private static Installation tundish;
    private static Chromium chromium;
    private static com.sun.net.httpserver.HttpServer server;

    @BeforeAll
    static void start() throws IOException {
        Path clients = ClientScript.installed();
        Files.copy(clients.resolve("page.html"), site.resolve("page.html"));
        Files.copy(clients.resolve("page.js"), site.resolve("page.js"));
        Path umd = clients.resolve("node_modules/@segment/analytics-next/dist/umd");
        Files.createDirectory(site.resolve("umd"));
        try (var scripts = Files.newDirectoryStream(umd, "*.js")) {
            for (Path script : scripts) {
                Files.copy(script, site.resolve("umd").resolve(script.getFileName()));
            }
        }
        server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                site.toRealPath(),
                SimpleFileServer.OutputLevel.NONE);
        server.start();
        tundish = new Installation(home);
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        tundish.close();
        server.stop(0);
    }

    private static String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static String publicKey(String campaign) throws IOException, InterruptedException {
        return tundish.key(campaign, "'public':{'origins':['" + origin() + "']}");
    }

    private static Page open(String key, String more) {
        Page page = chromium.page(800, 600);
        page.navigate(origin() + "/page.html?api=" + tundish.host() + "&key=" + key + more);
        page.locator("html[data-ready=yes]").waitFor();
        return page;
    }

    private static void capture(Page page, String lead) {
        page.evaluate("lead => window.capture(lead)", lead);
    }

    /** The library says nothing of a call that it tries again: so the server is asked. */
    private static void awaitLeads(Page page, String campaign, String leads) throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(MANY).toNanos();
        while (!tundish.leads(campaign).equals(leads) && System.nanoTime() < end) {
            page.waitForTimeout(100);
        }
        assertThat(tundish.leads(campaign)).isEqualTo(leads);
    }

    @Test
    void capturesFromANamedOriginAlsoWhatCameWhileTheServerWasAway() throws IOException, InterruptedException {
        String key = publicKey("page");
        Page page = open(key, "&utm_source=google&utm_medium=cpc");
        capture(page, "visitor-1");
        awaitLeads(page, "page", "1 captured, 0 paid");
        capture(page, "visitor-1");
        tundish.stop();
        capture(page, "visitor-2");
        tundish.startAgain();
        awaitLeads(page, "page", "2 captured, 0 paid");
        var lead = tundish.call("GET", "/api/v1/campaigns/page/lead?id=visitor-1", "", 200);
        assertThat(lead.at("/attributes/source").asString()).isEqualTo("google");
        assertThat(lead.at("/attributes/medium").asString()).isEqualTo("cpc");
        assertThat(lead.at("/card/email").asString()).isEqualTo("visitor-1@example.com");
        page.context().close();
    }

    @Test
    void capturesInBatches() throws IOException, InterruptedException {
        Page page = open(publicKey("batches"), "&batch=yes");
        for (String lead : new String[] {"visitor-1", "visitor-2", "visitor-3"}) {
            capture(page, lead);
        }
        awaitLeads(page, "batches", "3 captured, 0 paid");
        page.context().close();
    }

    @Test
    void aKeyOfAServerIsOfNoUseInAPage() throws IOException, InterruptedException {
        String key = tundish.key("kept", "'scopes':['ingest']");
        Page page = chromium.page(800, 600);
        page.navigate(origin() + "/page.html?api=" + tundish.host() + "&key=" + key);
        page.locator("html[data-ready=yes]").waitFor();
        String said = (String) page.evaluate("""
                async ([url, key]) => {
                  try {
                    const answer = await fetch(url, {
                      method: 'POST',
                      headers: { Authorization: 'Bearer ' + key },
                      body: JSON.stringify({ event: 'Lead Captured', userId: 'u' }),
                    });
                    return 'answered ' + answer.status;
                  } catch (blocked) {
                    return 'blocked';
                  }
                }""", new Object[] {"http://" + tundish.host() + "/v1/track", key});
        assertThat(said).isEqualTo("blocked");
        page.context().close();
    }
}
