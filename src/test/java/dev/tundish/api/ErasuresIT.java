package dev.tundish.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Erasing people over HTTP (contract, 10). */
class ErasuresIT {

    @RegisterExtension
    static final ApiServer api = new ApiServer();

    private final ApiServer.Running server = api.here();

    private String withAnn() {
        String campaign = server.campaign();
        server.events("""
                [{'type': 'lead.captured', 'campaign': '%1$s', 'lead': 'ann-99', 'id': '1', 'comment': 'Ann called',
                  'card': {'name': 'Ann Archer'}, 'attributes': {'source': 'google'}},
                 {'type': 'lead.qualified', 'campaign': '%1$s', 'lead': 'ann-99', 'id': '2'},
                 {'type': 'lead.captured', 'campaign': '%1$s', 'lead': 'bob-99', 'id': '3'}]""".formatted(campaign)).is(200);
        return campaign;
    }

    private Reply erase(String campaign, String lead) {
        return server.post("/api/v1/campaigns/" + campaign + "/erasures", "{\"lead\": \"" + lead + "\"}");
    }

    @Test
    void theNameIsGoneFromEveryAnswerAndTheNumbersAreWhatTheyWere() {
        String campaign = withAnn();
        String path = "/api/v1/campaigns/" + campaign;
        var before = server.get(path + "/funnel?breakdown=source").is(200).json();
        assertThat(server.get(path + "/leads").body()).contains("ann-99");
        String name = erase(campaign, "ann-99").is(200).text("/lead");
        var after = server.get(path + "/funnel?breakdown=source").is(200).json();
        assertThat(after.at("/stages")).isEqualTo(before.at("/stages"));
        assertThat(after.at("/segments")).isEqualTo(before.at("/segments"));
        assertThat(after.at("/version").asLong())
                .isEqualTo(before.at("/version").asLong() + 1);
        for (String answer : new String[] {"/leads", "/leads.csv", "/lead?id=" + name}) {
            assertThat(server.get(path + answer).is(200).body())
                    .doesNotContain("ann-99", "Ann")
                    .contains(name);
        }
        server.get(path + "/lead?id=ann-99").isProblem(404);
        server.post(path + "/verify", "").is(200);
        assertThat(server.post(path + "/verify", "").number("/differenceCount")).isZero();
    }

    @Test
    void whoIsSentAgainStaysErasedAndARetryIsADuplicate() {
        String campaign = withAnn();
        String name = erase(campaign, "ann-99").is(200).text("/lead");
        server.events("""
                {'type': 'lead.qualified', 'campaign': '%s', 'lead': 'ann-99', 'id': '2'}""".formatted(campaign)).counts(0, 1, 0);
        server.events("""
                {'type': 'lead.accepted', 'campaign': '%s', 'lead': 'ann-99', 'comment': 'Ann again',
                 'card': {'name': 'Ann Archer'}}""".formatted(campaign)).counts(1, 0, 0);
        Reply lead =
                server.get("/api/v1/campaigns/" + campaign + "/lead?id=" + name).is(200);
        assertThat(lead.text("/stage")).isEqualTo("accepted");
        assertThat(lead.body()).doesNotContain("Ann");
        assertThat(erase(campaign, "ann-99").is(200).text("/lead")).isEqualTo(name);
        assertThat(server.get("/api/v1/campaigns/" + campaign + "/leads").number("/total"))
                .isEqualTo(2);
    }

    @Test
    void saysWhatIsWrong() {
        String campaign = withAnn();
        erase(campaign, "nobody").isProblem(404);
        erase("no-such-campaign", "ann-99").isProblem(404);
        String path = "/api/v1/campaigns/" + campaign + "/erasures";
        server.post(path, "{}").isProblem(400);
        server.post(path, "{\"lead\": 7}").isProblem(400);
        server.post(path, "[]").isProblem(400);
        server.post(path + "?lead=ann-99", "{\"lead\": \"ann-99\"}").isProblem(400);
        String limited =
                server.makeKey("'scopes':['admin'],'campaigns':['another']").text("/key");
        server.send(server.request(path)
                        .setHeader("Authorization", "Bearer " + limited)
                        .header("Content-Type", "application/json")
                        .method("POST", BodyPublishers.ofString("{\"lead\": \"ann-99\"}")))
                .isProblem(403);
        assertThat(server.get("/api/v1/campaigns/" + campaign + "/lead?id=ann-99")
                        .is(200)
                        .body())
                .contains("Ann Archer");
    }

    @Test
    void itIsWrittenDownWithoutTheName() {
        String campaign = withAnn();
        erase(campaign, "ann-99").is(200);
        var written = java.util.Objects.requireNonNull(server.database
                .client()
                .sql(
                        "select who || ' ' || kind || ' ' || what from audit_entry where what like '%' || $1 || '/erasures%'")
                .bind("$1", campaign)
                .map(row -> java.util.Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collectList()
                .block(java.time.Duration.ofSeconds(20)));
        assertThat(written)
                .containsExactly(
                        "key “TUNDISH_API_KEY” erasures By the API: POST /api/v1/campaigns/" + campaign + "/erasures.");
    }
}
