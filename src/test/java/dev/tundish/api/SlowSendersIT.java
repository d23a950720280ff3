package dev.tundish.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;

/** Connections are not kept for senders that say nothing; those that are slow but alive are served. */
class SlowSendersIT {

    @AutoClose
    private static final ApiServer.Running server = ApiServer.start("--tundish.api.idle-timeout=1s");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/ev",
                "POST /api/v1/events HTTP/1.1\r\nHost: here\r\nContent-Ty",
                "POST /api/v1/events HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer " + ApiServer.KEY
                        + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
            })
    void closesAConnectionWhoseRequestStandsStill(String start) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.node.apiPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
            assertThat(isEnded(socket)).isTrue();
        }
    }

    /** Reads to the end; a time-out fails the test. */
    private static boolean isEnded(Socket socket) throws IOException {
        try {
            socket.getInputStream().readAllBytes();
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
        return true;
    }

    @Test
    void servesALineNowAndThenForAsLongAsItTakes() {
        String key = server.campaign();
        Flux<ByteBuffer> slowly = Flux.interval(Duration.ofMillis(400))
                .take(6)
                .map(n -> ByteBuffer.wrap((EventsIT.event(key, "captured", "lead-" + n, "") + "\n")
                        .replace('\'', '"')
                        .getBytes(StandardCharsets.UTF_8)));
        server.send(server.request("/api/v1/events")
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.fromPublisher(JdkFlowAdapter.publisherToFlowPublisher(slowly))))
                .is(200)
                .counts(6, 0, 0);
    }

    @Test
    void keepsAStreamOfReportsOpen() throws IOException, InterruptedException {
        String key = server.campaign();
        try (Events events = Events.open(server, server.request("/api/v1/campaigns/" + key + "/funnel/stream"))) {
            events.next(":", Duration.ofMillis(5_500));
        }
    }

    @Test
    void refusesAHeadWithoutEnd() {
        assertThat(server.send(server.request("/api/v1/campaigns").header("X-Long", "x".repeat(20_000)))
                        .status())
                .isIn(400, 413, 431);
        server.send(server.request("/api/v1/campaigns").header("X-Long", "x".repeat(12_000)))
                .is(200);
    }
}
