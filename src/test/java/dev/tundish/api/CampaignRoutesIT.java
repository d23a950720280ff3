package dev.tundish.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.ObjectNode;

/** The contract's section 5 over HTTP. */
class CampaignRoutesIT {

    @RegisterExtension
    static final ApiServer api = new ApiServer();

    private static final String SHORTER =
            "'flow':[{'key':'captured','label':'New'},{'key':'opportunity','label':'Talks'},{'key':'converted','label':'Won'}]";

    private final ApiServer.Running server = api.here();

    /** Polls the progress of a rebuild until it is done. */
    static void await(ApiServer.Running server, String progress) {
        Instant end = Instant.now().plus(Duration.ofSeconds(15));
        Reply shown = server.get(progress).is(200);
        while (!shown.text("/state").equals("done")) {
            assertThat(Instant.now()).as(shown.body()).isBefore(end);
            LockSupport.parkNanos(20_000_000);
            shown = server.get(progress).is(200);
        }
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    @Test
    void fillsInTheDefaults() {
        String key = server.campaign();
        Reply shown = server.get("/api/v1/campaigns/" + key).is(200);
        assertThat(shown.text("/handover")).isEqualTo("qualified");
        assertThat(shown.text("/window")).isEqualTo("P30D");
        assertThat(shown.text("/flow/2/short")).isEqualTo("Accepted");
        Reply selfServe = server.get("/api/v1/campaigns/" + server.campaign("'template':'self-serve'"))
                .is(200);
        assertThat(selfServe.json().at("/handover").isNull()).isTrue();
        assertThat(selfServe.text("/window")).isEqualTo("P14D");
        assertThat(selfServe.text("/flow/2/label")).isEqualTo("Paid");
        assertThat(server.get("/api/v1/campaigns").body()).contains(json("'key':'" + key + "'"));
        server.get("/api/v1/campaigns/nowhere").isProblem(404);
    }

    @Test
    void takesBackWhatItShows() {
        String path = "/api/v1/campaigns/" + server.campaign(SHORTER + ",'handover':null,'targets':{'converted':5}");
        Reply shown = server.get(path).is(200);
        Reply again = server.put(path, shown.body()).is(200);
        ObjectNode before = (ObjectNode) shown.json();
        ObjectNode after = (ObjectNode) again.json();
        List<String> changing = List.of("revision", "changedAt");
        assertThat(after.remove(changing)).isEqualTo(before.remove(changing));
    }

    @Test
    void changesOnlyWhatTheSenderKnows() {
        String path = "/api/v1/campaigns/" + server.campaign();
        String body = json("{'name':'Other','template':'sales-assisted'}");
        String tag = server.get(path).header("ETag");
        assertThat(tag).isNotBlank();
        Reply changed = server.send(server.request(path)
                        .header("Content-Type", "application/json")
                        .header("If-Match", tag)
                        .PUT(BodyPublishers.ofString(body)))
                .is(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        server.send(server.request(path)
                        .header("Content-Type", "application/json")
                        .header("If-Match", tag)
                        .PUT(BodyPublishers.ofString(body)))
                .isProblem(412);
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        Reply answer =
                server.put("/api/v1/campaigns/wrong", json("{'template':'x','zone':'Mars','predecessor':'wrong'}"));
        assertThat(answer.isProblem(400)
                        .json()
                        .at("/errors")
                        .valueStream()
                        .map(each -> each.at("/field").asString()))
                .contains("name", "template", "zone");
        server.put("/api/v1/campaigns/Wrong", json("{'name':'x','template':'self-serve'}"))
                .isProblem(400);
        server.put("/api/v1/campaigns/circle", json("{'name':'x','template':'self-serve','predecessor':'circle'}"))
                .isProblem(400);
        server.put("/api/v1/campaigns/x", json("{'name':'x','template':'self-serve','predecessor':'nowhere'}"))
                .isProblem(400);
    }

    @Test
    void givesTheNumbersOfAFreshCampaignAfterAChangeOfFlow() {
        String changed = server.campaign();
        server.events(events(changed)).is(200);
        String path = "/api/v1/campaigns/" + changed;
        Reply refused =
                server.put(path, json("{'name':'A launch'," + SHORTER + "}")).isProblem(409);
        assertThat(refused.number("/events")).isEqualTo(7);
        Reply taken = server.put(path + "?rebuild=true", json("{'name':'A launch'," + SHORTER + "}"))
                .is(202);
        await(server, taken.header("Location"));

        String fresh = server.campaign(SHORTER);
        server.events(events(fresh)).is(207);
        for (String report : List.of("/funnel?parts=both", "/funnel?mode=activity", "/feedback")) {
            assertThat(numbers(changed, report)).as(report).isEqualTo(numbers(fresh, report));
        }
        Reply verified = server.post(path + "/verify", "").is(200);
        assertThat(verified.number("/differenceCount")).as(verified.body()).isZero();
    }

    /** Without the events that the shorter flow refuses, the verdicts of both have to be the same. */
    private static String events(String key) {
        return List.of(
                        EventsIT.event(key, "captured", "a", ",'id':'1','at':'2026-01-01T10:00:00Z'"),
                        EventsIT.event(key, "qualified", "a", ",'id':'2','at':'2026-01-02T10:00:00Z'"),
                        EventsIT.event(
                                key, "reached", "a", ",'id':'3','stage':'opportunity','at':'2026-01-03T10:00:00Z'"),
                        EventsIT.event(key, "captured", "b", ",'id':'4','at':'2026-01-01T11:00:00Z'"),
                        EventsIT.event(key, "converted", "b", ",'id':'5','at':'2026-01-04T11:00:00Z'"),
                        EventsIT.event(key, "captured", "c", ",'id':'6','at':'2026-01-01T12:00:00Z'"),
                        EventsIT.event(
                                key, "rejected", "c", ",'id':'7','reason':'no_budget','at':'2026-01-05T12:00:00Z'"))
                .toString();
    }

    private String numbers(String key, String report) {
        ObjectNode json = (ObjectNode)
                server.get("/api/v1/campaigns/" + key + report).is(200).json();
        return json.remove(List.of("campaign", "version")).toString();
    }

    @Test
    void letsACampaignSayWhichOfItsReasonsSpeakOfQuality() {
        String reasons = ",'reasons':[{'key':'not_icp','label':'Not our customer','quality':true}]";
        String key = server.campaign("'template':'sales-assisted'" + reasons);
        server.events(List.of(
                                EventsIT.event(key, "captured", "a", ""),
                                EventsIT.event(key, "captured", "b", ""),
                                EventsIT.event(key, "captured", "c", ""),
                                EventsIT.event(key, "rejected", "a", ",'reason':'not_icp'"),
                                EventsIT.event(key, "rejected", "b", ",'reason':'own_undeclared'"),
                                EventsIT.event(key, "rejected", "c", ",'reason':'bad_timing'"))
                        .toString())
                .is(200);
        Reply feedback = server.get("/api/v1/campaigns/" + key + "/feedback").is(200);
        assertThat(feedback.number("/implied")).isEqualTo(1);
        assertThat(feedback.text("/badReasons/0/reason")).isEqualTo("not_icp");
        server.put("/api/v1/campaigns/" + key, json("{'name':'A launch','template':'sales-assisted'}"))
                .isProblem(409);
    }

    @Test
    void foldsAnewWhenAsked() {
        String key = server.campaign();
        server.events(events(key)).is(200);
        String before = numbers(key, "/funnel");
        await(
                server,
                server.post("/api/v1/campaigns/" + key + "/rebuild", "").is(202).header("Location"));
        assertThat(numbers(key, "/funnel")).isEqualTo(before);
    }
}
