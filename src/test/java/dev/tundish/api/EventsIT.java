package dev.tundish.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract's section 2, bodies in JSON. */
class EventsIT {

    @RegisterExtension
    static final ApiServer api = new ApiServer();

    private final ApiServer.Running server = api.here();

    static String event(String campaign, String type, String lead, String more) {
        return "{'type':'lead." + type + "','campaign':'" + campaign + "','lead':'" + lead + "'" + more + "}";
    }

    @Test
    void takesOneEventAndCountsItAtOnce() {
        String key = server.campaign();
        server.events(event(key, "captured", "ana", "")).is(200).counts(1, 0, 0);
        assertThat(server.get("/api/v1/campaigns/" + key + "/funnel").number("/stages/0/leads"))
                .isEqualTo(1);
    }

    @Test
    void judgesEachItemOfAnArrayByItself() {
        String key = server.campaign();
        Reply answer = server.events(List.of(
                        event(key, "captured", "a", ",'id':'1'"),
                        event(key, "captured", "a", ",'id':'1'"),
                        event(key, "qualified", "a", ",'id':'1'"),
                        "{'type':'lead.captured','campaign':'" + key + "'}",
                        event(key, "captured", "", ""),
                        event(key, "flew", "a", ""),
                        event("nowhere", "captured", "a", ""),
                        event(key, "reached", "a", ",'stage':'paid','id':'e-9'"),
                        event(key, "captured", "a", ",'at':'2999-01-01T00:00:00Z'"),
                        "5")
                .toString());
        answer.is(207).counts(1, 1, 8);
        assertThat(answer.codes())
                .containsExactly(
                        "2 id_conflict",
                        "3 missing_field",
                        "4 invalid_field",
                        "5 unknown_type",
                        "6 unknown_campaign",
                        "7 unknown_stage",
                        "8 future_timestamp",
                        "9 invalid_field");
        assertThat(answer.text("/rejected/5/id")).isEqualTo("e-9");
        assertThat(answer.text("/rejected/5/detail")).isNotBlank();
    }

    @Test
    void saysThatAllWasRejectedAsAProblemWithTheSameMembers() {
        Reply answer = server.events("[" + event("nowhere", "captured", "a", "") + "]");
        answer.isProblem(422).counts(0, 0, 1);
        assertThat(answer.codes()).containsExactly("0 unknown_campaign");
    }

    @Test
    void recognisesADuplicateBeforeTheFlowIsConsulted() {
        String key =
                server.campaign("'flow':[{'key':'a','label':'A'},{'key':'b','label':'B'},{'key':'c','label':'C'}]");
        String event = event(key, "reached", "ana", ",'id':'1','stage':'b'");
        server.events(event).is(200).counts(1, 0, 0);
        Reply change = server.put(
                "/api/v1/campaigns/" + key + "?rebuild=true",
                "{\"name\":\"x\",\"flow\":[{\"key\":\"a\",\"label\":\"A\"},{\"key\":\"c\",\"label\":\"C\"}]}");
        CampaignRoutesIT.await(server, change.is(202).header("Location"));
        server.events(event).is(200).counts(0, 1, 0);
        server.events(event(key, "reached", "ana", ",'id':'2','stage':'b'")).isProblem(422);
    }

    @Test
    void makesAnIdWhereNoneIsSentAndCountsTheLeadOnce() {
        String key = server.campaign();
        server.events(event(key, "captured", "ana", "")).counts(1, 0, 0);
        server.events(event(key, "captured", "ana", "")).counts(1, 0, 0);
        assertThat(server.get("/api/v1/campaigns/" + key + "/lead?id=ana")
                        .json()
                        .at("/events"))
                .hasSize(2);
        assertThat(server.get("/api/v1/campaigns/" + key + "/funnel").number("/stages/0/leads"))
                .isEqualTo(1);
    }

    @Test
    void takesAValueWithTheLastStageAlone() {
        String key = server.campaign();
        String value = ",'value':{'amount':'1200.50','currency':'EUR'}";
        server.events(event(key, "reached", "ana", ",'stage':'converted'" + value))
                .is(200);
        server.events(event(key, "qualified", "ana", value)).isProblem(422);
        assertThat(server.get("/api/v1/campaigns/" + key + "/funnel").text("/value/0/amount"))
                .isEqualTo("1200.50");
    }

    @Test
    void refusesMoreThanFortyAttributesOfALead() {
        String key = server.campaign();
        for (int n = 0; n < 40; n += 20) {
            server.events(event(key, "captured", "ana", ",'attributes':{" + attributes(n, 20) + "}"))
                    .is(200);
        }
        Reply answer = server.events(event(key, "captured", "ana", ",'attributes':{" + attributes(40, 1) + "}"));
        assertThat(answer.isProblem(422).codes()).containsExactly("0 too_many_attributes");
    }

    private static String attributes(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(n -> "'a" + n + "':'x'")
                .collect(Collectors.joining(","));
    }

    @Test
    void refusesBodiesThatAreNoEvents() {
        for (String body : List.of("", "   ", "[]", "5", "null", "'text'", "{", "[{}", "{} {}")) {
            server.events(body).isProblem(400);
        }
        server.events("{}").isProblem(422);
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        String many = IntStream.range(0, 2_501).mapToObj(n -> "{}").collect(Collectors.joining(",", "[", "]"));
        server.events(many).isProblem(413);
        server.events("[" + " ".repeat(2 << 20) + "]").isProblem(413);
    }

    @Test
    void inflatesBodiesAndCountsBytesAfterwards() throws IOException {
        String key = server.campaign();
        zipped(event(key, "captured", "ana", "").replace('\'', '"')).is(200).counts(1, 0, 0);
        zipped("[" + " ".repeat(4 << 20) + "]").isProblem(413);
    }

    private Reply zipped(String body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return server.send(server.request("/api/v1/events")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(bytes.toByteArray())));
    }

    @Test
    void refusesOtherKindsOfBodies() {
        for (String type : List.of("text/plain", "application/xml", "nonsense")) {
            server.send(server.request("/api/v1/events")
                            .header("Content-Type", type)
                            .POST(BodyPublishers.ofString("{}")))
                    .isProblem(415);
        }
        server.send(server.request("/api/v1/events")
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "br")
                        .POST(BodyPublishers.ofString("{}")))
                .isProblem(415);
    }

    @Test
    void asksForAKeyThatIsKnown() {
        server.send(server.request("/api/v1/events")
                        .setHeader("Authorization", "Bearer nobody")
                        .POST(BodyPublishers.ofString("{}")))
                .isProblem(401);
        server.send(server.request("/api/v1/events")
                        .setHeader("Authorization", "Basic eDp5")
                        .POST(BodyPublishers.ofString("{}")))
                .isProblem(401);
    }
}
