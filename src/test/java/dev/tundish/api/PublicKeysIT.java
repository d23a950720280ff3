package dev.tundish.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract's section 6: keys that pages carry. */
class PublicKeysIT {

    private static final String SHOP = "https://shop.example.com";

    @RegisterExtension
    static final ApiServer api = new ApiServer();

    private final ApiServer.Running server = api.here();
    private final String campaign = server.campaign();

    private String publicKey(String more) {
        return server.makeKey("'campaigns':['" + campaign + "'],'public':{'origins':['" + SHOP + "']" + more + "}")
                .text("/key");
    }

    private Reply track(String key, String origin, String event) {
        HttpRequest.Builder call = server.request("/v1/track").setHeader("Authorization", "Bearer " + key);
        return server.send(from(call, origin)
                .POST(BodyPublishers.ofString(
                        ("{'event':'" + event + "','userId':'u','writeKey':'x'}").replace('\'', '"'))));
    }

    private static HttpRequest.Builder from(HttpRequest.Builder call, String origin) {
        return origin.isEmpty() ? call : call.setHeader("Origin", origin);
    }

    private Reply preflight(String path, String origin) {
        return server.send(HttpRequest.newBuilder(server.request(path).build().uri())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
    }

    @Test
    void tellsABrowserWhatPagesOfNamedOriginsMaySend() {
        preflight("/v1/t", "https://unnamed.example.com").isProblem(403);
        publicKey("");
        for (String path : List.of("/v1/t", "/v1/batch/", "/api/v1/events")) {
            Reply answer = preflight(path, SHOP).is(204);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
            assertThat(answer.header("Access-Control-Allow-Headers")).contains("authorization", "content-type");
            assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("POST");
            assertThat(answer.header("Vary")).contains("Origin");
        }
        Reply elsewhere = preflight("/api/v1/campaigns", SHOP);
        assertThat(elsewhere.status()).isEqualTo(401);
        assertThat(elsewhere.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void capturesFromItsOriginsAlone() {
        String key = publicKey("");
        Reply answer = track(key, SHOP, "Lead Captured").is(200);
        assertThat(answer.body()).isEqualTo("{\"success\":true}");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
        assertThat(server.get("/api/v1/campaigns/" + campaign + "/funnel").number("/stages/0/leads"))
                .isEqualTo(1);
        for (String origin : List.of("https://evil.example.com", "http://shop.example.com", "null", "")) {
            assertThat(track(key, origin, "Lead Captured").isProblem(403).header("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    @Test
    void doesNothingButCapture() {
        String key = publicKey("");
        track(key, SHOP, "Order Completed").is(200);
        assertThat(server.get("/api/v1/campaigns/" + campaign + "/funnel").number("/stages/0/leads"))
                .isZero();
        for (String type : List.of("qualified", "converted")) {
            events(key, EventsIT.event(campaign, type, "u", "")).isProblem(403);
        }
        events(key, EventsIT.event(server.campaign(), "captured", "u", "")).isProblem(403);
        assertThat(events(key, EventsIT.event(campaign, "captured", "u", ""))
                        .is(200)
                        .header("Access-Control-Allow-Origin"))
                .isEqualTo(SHOP);
        server.send(from(server.request("/api/v1/events"), SHOP)
                        .setHeader("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString("{}")))
                .isProblem(403);
        server.send(from(server.request("/api/v1/campaigns"), SHOP).setHeader("Authorization", "Bearer " + key))
                .isProblem(403);
    }

    private Reply events(String key, String json) {
        return server.send(from(server.request("/api/v1/events"), SHOP)
                .setHeader("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    @Test
    void sendsNoMoreThanItMay() {
        String key = publicKey(",'perMinute':2");
        track(key, SHOP, "Lead Captured").is(200);
        track(key, SHOP, "Lead Captured").is(200);
        Reply answer = track(key, SHOP, "Lead Captured").isProblem(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
        assertThat(answer.header("Access-Control-Expose-Headers")).isEqualTo("Retry-After");
    }

    @Test
    void tellsBrowsersNothingOfAServersKey() {
        publicKey("");
        String kept = server.makeKey("'scopes':['ingest'],'campaigns':['" + campaign + "']")
                .text("/key");
        Reply answer = track(kept, SHOP, "Lead Captured").is(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.header("Access-Control-Expose-Headers")).isEmpty();
        assertThat(track("nobody", SHOP, "Lead Captured").isProblem(401).header("Access-Control-Allow-Origin"))
                .isEqualTo(SHOP);
    }

    @Test
    void worksNoMoreOnceRevoked() {
        Reply made =
                server.makeKey("'campaigns':['" + campaign + "'],'public':{'origins':['https://once.example.com']}");
        preflight("/v1/t", "https://once.example.com").is(204);
        server.send(server.request("/api/v1/keys/" + made.text("/id")).DELETE()).is(204);
        preflight("/v1/t", "https://once.example.com").isProblem(403);
    }

    @Test
    void isListedWithWhatItIsHeldTo() {
        Reply made = server.makeKey("'campaigns':['" + campaign
                + "'],'public':{'origins':['https://Shop.Example.com:443/'],'perMinute':5}");
        assertThat(made.text("/public/origins/0")).isEqualTo(SHOP);
        assertThat(made.number("/public/perMinute")).isEqualTo(5);
        assertThat(made.text("/scopes/0")).isEqualTo("ingest");
        assertThat(made.text("/types/0")).isEqualTo("lead.captured");
        assertThat(server.get("/api/v1/keys").body()).contains("\"perMinute\":5");
    }

    @Test
    void saysWhatAPublicKeyLacks() {
        for (String body : List.of(
                "'public':{'origins':['" + SHOP + "']}",
                "'campaigns':['x'],'public':{}",
                "'campaigns':['x'],'public':5",
                "'campaigns':['x'],'public':{'origins':[]}",
                "'campaigns':['x'],'public':{'origins':['*']}",
                "'campaigns':['x'],'public':{'origins':['" + SHOP + "'],'perMinute':0}",
                "'campaigns':['x'],'scopes':['read'],'public':{'origins':['" + SHOP + "']}",
                "'campaigns':['x'],'types':['lead.converted'],'public':{'origins':['" + SHOP + "']}")) {
            server.post("/api/v1/keys", ("{'name':'k'," + body + "}").replace('\'', '"'))
                    .isProblem(400);
        }
    }
}
