package dev.tundish.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract's section 6 over HTTP. */
class KeysIT {

    @RegisterExtension
    static final ApiServer api = new ApiServer();

    private final ApiServer.Running server = api.here();

    private Reply with(String secret, String method, String path, String body) {
        return server.send(server.request(path)
                .setHeader("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    @Test
    void showsAKeyOnce() {
        Reply made = server.makeKey("'scopes':['read']");
        String secret = made.text("/key");
        assertThat(secret).startsWith("tnd_").startsWith(made.text("/prefix"));
        assertThat(server.get("/api/v1/keys").is(200).body())
                .contains(made.text("/id"))
                .doesNotContain(secret)
                .doesNotContain(ApiServer.KEY);
        with(secret, "GET", "/api/v1/campaigns", "").is(200);
        String last = secret.endsWith("0") ? "1" : "0";
        with(secret.substring(0, secret.length() - 1) + last, "GET", "/api/v1/campaigns", "")
                .isProblem(401);
    }

    @Test
    void worksNoMoreOnceRevoked() {
        Reply made = server.makeKey("'scopes':['read']");
        String secret = made.text("/key");
        with(secret, "GET", "/api/v1/campaigns", "").is(200);
        String path = "/api/v1/keys/" + made.text("/id");
        server.send(server.request(path).DELETE()).is(204);
        with(secret, "GET", "/api/v1/campaigns", "").isProblem(401);
        server.send(server.request(path).DELETE()).isProblem(404);
    }

    @Test
    void maySendOnlyWhatItIsLimitedTo() {
        String mine = server.campaign();
        String other = server.campaign();
        String secret = server.makeKey(
                        "'scopes':['ingest','read'],'campaigns':['" + mine + "'],'types':['lead.captured']")
                .text("/key");
        with(secret, "POST", "/api/v1/events", EventsIT.event(mine, "captured", "a", ""))
                .is(200);
        with(secret, "POST", "/api/v1/events", EventsIT.event(mine, "qualified", "a", ""))
                .isProblem(403);
        with(secret, "POST", "/api/v1/events", EventsIT.event(other, "captured", "a", ""))
                .isProblem(403);
        with(secret, "GET", "/api/v1/campaigns/" + mine + "/funnel", "").is(200);
        with(secret, "GET", "/api/v1/campaigns/" + other + "/funnel", "").isProblem(403);
        with(secret, "GET", "/api/v1/campaigns/" + mine + "/leads", "").isProblem(403);
        with(secret, "POST", "/api/v1/keys", "{'name':'x','scopes':['admin']}").isProblem(403);
        assertThat(with(secret, "GET", "/api/v1/campaigns", "").body())
                .contains(mine)
                .doesNotContain("\"" + other + "\"");
    }

    @Test
    void saysWhatAKeyLacks() {
        for (String body : List.of(
                "{}",
                "{'name':'x'}",
                "{'name':'x','scopes':[]}",
                "{'name':'x','scopes':['all']}",
                "{'name':'','scopes':['read']}",
                "{'name':'x','scopes':['read'],'campaigns':['No']}",
                "{'name':'x','scopes':['read'],'types':['lead.flew']}",
                "[]")) {
            server.post("/api/v1/keys", body.replace('\'', '"')).isProblem(400);
        }
    }
}
