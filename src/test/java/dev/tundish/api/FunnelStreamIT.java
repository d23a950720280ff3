package dev.tundish.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

/** The funnel as a stream (contract, 4). */
class FunnelStreamIT {

    private static final Duration SOON = Duration.ofSeconds(5);

    @RegisterExtension
    static final ApiServer api = new ApiServer();

    private final ApiServer.Running server = api.here();

    @Test
    void sendsOneAtOnceAndOneWhenItChanges() throws IOException, InterruptedException {
        String key = server.campaign();
        try (Events events = Events.open(server, server.request("/api/v1/campaigns/" + key + "/funnel/stream"))) {
            assertThat(leads(events.next("data:", SOON))).isZero();
            server.events(EventsIT.event(key, "captured", "ana", "")).is(200);
            assertThat(leads(events.next("data:", SOON))).isEqualTo(1);
            events.next(":", Duration.ofMillis(5_500));
        }
    }

    private static long leads(String data) {
        return JsonMapper.shared()
                .readTree(data.substring("data:".length()))
                .at("/stages/0/leads")
                .asLong();
    }

    @Test
    void sparesTheFirstWhenTheReaderKnowsIt() throws IOException, InterruptedException {
        String key = server.campaign();
        String path = "/api/v1/campaigns/" + key + "/funnel/stream?parts=counts";
        String id;
        try (Events events = Events.open(server, server.request(path))) {
            id = events.next("id:", SOON).substring("id:".length()).trim();
        }
        try (Events events = Events.open(server, server.request(path).header("Last-Event-ID", id))) {
            assertThat(events.next(line -> line.startsWith("data:") || line.startsWith(":"), Duration.ofMillis(5_500)))
                    .startsWith(":");
        }
        server.events(EventsIT.event(key, "captured", "ana", "")).is(200);
        try (Events events = Events.open(server, server.request(path).header("Last-Event-ID", id))) {
            assertThat(leads(events.next("data:", SOON))).isEqualTo(1);
        }
    }

    @Test
    void endsWhenItsKeyIsRevoked() throws IOException, InterruptedException {
        String key = server.campaign();
        Reply made = server.makeKey("'scopes':['read']");
        var request = server.request("/api/v1/campaigns/" + key + "/funnel/stream")
                .setHeader("Authorization", "Bearer " + made.text("/key"));
        try (Events events = Events.open(server, request)) {
            events.next("data:", SOON);
            server.send(server.request("/api/v1/keys/" + made.text("/id")).DELETE())
                    .is(204);
            assertThat(events.next(line -> line.startsWith("<"), SOON)).isEqualTo(Events.END);
        }
    }
}
