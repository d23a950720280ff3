package dev.tundish.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a node answers that has its hands full, loses its database, and is stopped. */
class BusyNodeIT {

    @Test
    void saysWhenToComeAgainAndEndsItsStreamsWhenItIsStopped() throws Exception {
        try (var server = ApiServer.start("--tundish.api.events-per-second=10")) {
            String key = server.campaign();
            String twenty = IntStream.range(0, 20)
                    .mapToObj(n -> EventsIT.event(key, "captured", "lead-" + n, ",'id':'" + n + "'"))
                    .collect(Collectors.joining(",", "[", "]"));
            server.events(twenty).is(200);
            Reply tooMany = server.events(twenty).isProblem(429);
            assertThat(Integer.parseInt(tooMany.header("Retry-After"))).isBetween(1, 5);

            try (Events events = Events.open(server, server.request("/api/v1/campaigns/" + key + "/funnel/stream"))) {
                events.next("data:", Duration.ofSeconds(5));
                server.node.close();
                assertThat(events.next(line -> line.startsWith("<"), Duration.ofSeconds(5)))
                        .isEqualTo(Events.END);
            }
        }
    }
}
