package dev.tundish.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The contract's section 5 over HTTP: what marketing changed. */
class ChangeRoutesIT {

    @RegisterExtension
    static final ApiServer api = new ApiServer();

    private final ApiServer.Running server = api.here();

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static String path(String key) {
        return "/api/v1/campaigns/" + key + "/changes";
    }

    @Test
    void writesCorrectsAndWithdrawsAndKeepsTheHistory() {
        String path = path(server.campaign());
        Reply made = server.post(
                        path, json("{'what':'Smal firms excluded','at':'2026-01-05T10:00:00+01:00','by':'Ana'}"))
                .is(201);
        assertThat(made.text("/at")).isEqualTo("2026-01-05T09:00:00Z");
        assertThat(made.text("/kind")).isEqualTo("marketing");
        String one = made.header("Location");
        assertThat(one).isEqualTo(path + "/" + made.number("/id"));
        server.put(one, json("{'what':'Small firms excluded','by':'Ana'}")).is(200);
        Reply listed = server.get(path).is(200);
        assertThat(listed.json().at("/changes").size()).isEqualTo(1);
        assertThat(listed.text("/changes/0/what")).isEqualTo("Small firms excluded");
        assertThat(listed.text("/changes/0/at")).isEqualTo("2026-01-05T09:00:00Z");
        server.send(server.request(one).DELETE()).is(204);
        assertThat(server.get(path).is(200).json().at("/changes").isEmpty()).isTrue();
        Reply history = server.get(one).is(200);
        assertThat(history.json().at("/withdrawn").asBoolean()).isTrue();
        assertThat(history.json()
                        .at("/history")
                        .valueStream()
                        .map(each -> each.at("/what").asString()))
                .containsExactly("Smal firms excluded", "Small firms excluded", "Small firms excluded");
        server.send(server.request(one).DELETE()).isProblem(404);
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        String path = path(server.campaign());
        assertThat(server.post(path, json("{'what':' ','by':'','at':'2999-01-01T00:00:00Z'}"))
                        .isProblem(400)
                        .json()
                        .at("/errors")
                        .valueStream()
                        .map(each -> each.at("/field").asString()))
                .containsExactlyInAnyOrder("what", "by", "at");
        server.post(path, json("{'what':'" + "x".repeat(501) + "'}")).isProblem(400);
        server.post(path, json("{'what':'x','at':'1999-12-31T23:59:59Z'}")).isProblem(400);
        server.post(path, json("{'what':'x','at':'yesterday'}")).isProblem(400);
        server.post(path, json("{}")).isProblem(400);
        server.post(path("nowhere"), json("{'what':'x'}")).isProblem(404);
        server.get(path + "/x").isProblem(404);
        server.get(path + "/999999").isProblem(404);
    }

    @Test
    void takesTheKeysNameForWhoeverMadeIt() {
        String key = server.campaign();
        String secret = server.makeKey("'scopes':['admin','read']").text("/key");
        Reply made = server.send(server.request(path(key))
                        .setHeader("Authorization", "Bearer " + secret)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json("{'what':'x'}"))))
                .is(201);
        assertThat(made.text("/by")).isEqualTo("k");
        String reader =
                server.makeKey("'scopes':['read'],'campaigns':['elsewhere']").text("/key");
        server.send(server.request(path(key)).setHeader("Authorization", "Bearer " + reader))
                .isProblem(403);
    }

    @Test
    void marksAnotherPromiseAndAnotherTargetByItself() {
        String key = server.campaign();
        server.put(
                        "/api/v1/campaigns/" + key,
                        json(
                                "{'name':'A launch','template':'sales-assisted','targets':{'converted':9},'promise':'Firms'}"))
                .is(200);
        server.put(
                        "/api/v1/campaigns/" + key,
                        json(
                                "{'name':'A launch','template':'sales-assisted','targets':{'converted':9},'promise':'Large firms'}"))
                .is(200);
        Reply listed = server.get(path(key)).is(200);
        assertThat(listed.json()
                        .at("/changes")
                        .valueStream()
                        .map(each -> each.at("/kind").asString()))
                .containsExactly("definition", "promise", "promise");
        assertThat(listed.text("/changes/2/before")).isEqualTo("Firms");
        JsonNode first = listed.json().at("/changes/0");
        server.send(server.request(path(key) + "/" + first.at("/id").asLong()).DELETE())
                .isProblem(409);
    }

    @Test
    void showsTheStateAndTakesBackWhatPeopleRead() {
        String key = server.campaign(
                "'template':'self-serve','owner':'Ana','tags':['b2b'],'promise':'Firms','spend':{'amount':'10','currency':'EUR'}");
        Reply shown = server.get("/api/v1/campaigns/" + key).is(200);
        assertThat(shown.text("/state")).isEqualTo("live");
        assertThat(shown.text("/owner")).isEqualTo("Ana");
        Reply again = server.put("/api/v1/campaigns/" + key, shown.body()).is(200);
        assertThat(again.number("/revision")).as("nothing changed").isEqualTo(1);
        String planned = server.campaign("'template':'self-serve','launchedAt':'2999-01-01T00:00:00Z'");
        assertThat(server.get("/api/v1/campaigns/" + planned).text("/state")).isEqualTo("planned");
        String ended = server.campaign("'template':'self-serve','endsAt':'2020-01-01T00:00:00Z'");
        assertThat(server.get("/api/v1/campaigns/" + ended).text("/state")).isEqualTo("ended");
        String put = server.campaign("'template':'self-serve','endsAt':'2020-01-01T00:00:00Z','archived':true");
        assertThat(server.get("/api/v1/campaigns/" + put).text("/state")).isEqualTo("archived");
    }
}
