package dev.tundish.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract's section 9: CloudEvents. */
class CloudEventsIT {

    @RegisterExtension
    static final ApiServer api = new ApiServer();

    private final ApiServer.Running server = api.here();
    private final String campaign = server.campaign();

    private String event(String id, String lead) {
        return "{'specversion':'1.0','id':'" + id + "','source':'/crm','type':'dev.tundish.lead.captured','subject':'"
                + lead + "','data':{'campaign':'" + campaign + "'}}";
    }

    private Reply send(String type, String body) {
        return server.send(server.request("/api/v1/events")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    @Test
    void takesOneWithItsEnvelope() {
        send("application/cloudevents+json; charset=utf-8", event("1", "ana"))
                .is(200)
                .counts(1, 0, 0);
        send("application/cloudevents+json", event("1", "ana")).is(200).counts(0, 1, 0);
        assertThat(server.get("/api/v1/campaigns/" + campaign + "/funnel").number("/stages/0/leads"))
                .isEqualTo(1);
        send("application/cloudevents+json", "[" + event("2", "bo") + "]").isProblem(400);
    }

    @Test
    void judgesEachOfABatchByItself() {
        Reply answer = send(
                "application/cloudevents-batch+json",
                "[" + event("1", "ana") + ",{'specversion':'1.0'},5," + event("2", "bo") + "]");
        answer.is(207).counts(2, 0, 2);
        assertThat(answer.codes()).containsExactly("1 missing_field", "2 invalid_field");
        send("application/cloudevents-batch+json", event("3", "cy")).isProblem(400);
    }

    @Test
    void takesTheEnvelopeFromTheHeaders() {
        Reply answer = server.send(server.request("/api/v1/events")
                .header("Content-Type", "application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", "1")
                .header("ce-source", "/crm")
                .header("ce-type", "lead.captured")
                .header("ce-time", "2026-11-23T09:00:00+01:00")
                .header("ce-subject", "Ana%20%E2%82%AC")
                .POST(BodyPublishers.ofString("{\"campaign\":\"" + campaign + "\"}")));
        answer.is(200).counts(1, 0, 0);
        Reply lead = server.get("/api/v1/campaigns/" + campaign + "/lead?id=Ana%20%E2%82%AC")
                .is(200);
        assertThat(lead.text("/reached/captured")).isEqualTo("2026-11-23T08:00:00Z");
    }
}
