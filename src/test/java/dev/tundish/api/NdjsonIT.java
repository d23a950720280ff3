package dev.tundish.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract's section 2, bodies of a line an event. */
class NdjsonIT {

    @RegisterExtension
    static final ApiServer api = new ApiServer();

    private final ApiServer.Running server = api.here();

    private static String captured(String campaign, int lead) {
        return EventsIT.event(campaign, "captured", "lead-" + lead, ",'id':'" + lead + "'")
                .replace('\'', '"');
    }

    private Reply streamed(String lines) {
        return server.send(server.request("/api/v1/events")
                .header("Content-Type", "application/x-ndjson")
                .header("Accept", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines)));
    }

    @Test
    void goesOnAfterLinesThatAreWrong() {
        String key = server.campaign();
        String tooLong = captured(key, 1).replace("lead-1", "x".repeat(130 << 10));
        Reply answer = server.lines(String.join(
                "\r\n",
                captured(key, 0),
                "",
                "  ",
                "{nonsense",
                tooLong,
                "[]",
                captured(key, 6) + " {}",
                captured(key, 7),
                captured(key, 0)));
        answer.is(207).counts(2, 1, 4);
        assertThat(answer.codes()).containsExactly("3 malformed", "4 too_large", "5 invalid_field", "6 malformed");
    }

    @Test
    void takesALineOfExactly128KiB() {
        String key = server.campaign();
        String event = captured(key, 1);
        String padded = event + " ".repeat((128 << 10) - event.length());
        server.lines(padded + "\n" + padded + " \n").is(207).counts(1, 0, 1);
    }

    @Test
    void refusesAStreamWithoutAnEvent() {
        server.lines("").isProblem(400);
        server.lines("\n \n").isProblem(400);
        streamed("").isProblem(400);
        assertThat(server.lines("{nonsense").isProblem(422).codes()).containsExactly("0 malformed");
    }

    /** Over a plain socket: Java's client reads no answer before its request is sent. */
    @Test
    void acknowledgesWhatIsCommittedWhileTheBodyStillComes() throws IOException {
        String key = server.campaign();
        try (Socket socket = new Socket("127.0.0.1", server.node.apiPort())) {
            socket.setSoTimeout(10_000);
            OutputStream body = socket.getOutputStream();
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String head = "POST /api/v1/events HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer " + ApiServer.KEY
                    + "\r\nContent-Type: application/x-ndjson\r\nAccept: application/x-ndjson"
                    + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
            body.write(head.getBytes(StandardCharsets.US_ASCII));
            send(body, key, 0, 3);
            JsonNode first =
                    JsonMapper.shared().readTree(json(answer).findFirst().orElseThrow());
            assertThat(first.at("/accepted").asLong()).isBetween(1L, 3L);
            assertThat(first.has("done")).isFalse();
            assertThat(server.get("/api/v1/campaigns/" + key + "/funnel").number("/stages/0/leads"))
                    .isGreaterThanOrEqualTo(first.at("/accepted").asLong());
            send(body, key, 3, 4);
            body.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            JsonNode last = JsonMapper.shared().readTree(json(answer).reduce("", (before, line) -> line));
            assertThat(last.at("/done").asBoolean()).isTrue();
            assertThat(last.at("/accepted").asLong()).isEqualTo(7);
        }
    }

    private static Stream<String> json(BufferedReader answer) {
        return answer.lines().filter(line -> line.startsWith("{"));
    }

    private static void send(OutputStream body, String key, int from, int count) throws IOException {
        String lines = IntStream.range(from, from + count)
                .mapToObj(n -> captured(key, n) + "\n")
                .collect(Collectors.joining());
        body.write((Integer.toHexString(lines.length()) + "\r\n" + lines + "\r\n").getBytes(StandardCharsets.US_ASCII));
        body.flush();
    }

    @Test
    void endsWithTheTotalsAndAThousandRejectsAtMost() {
        String key = server.campaign();
        String lines = IntStream.range(0, 2_600)
                .mapToObj(n -> n % 2 == 0 ? captured(key, n) : "{}")
                .collect(Collectors.joining("\n"));
        var answers = streamed(lines).is(200).lines();
        JsonNode last = answers.getLast();
        assertThat(last.at("/done").asBoolean()).isTrue();
        assertThat(last.at("/accepted").asLong()).isEqualTo(1_300);
        assertThat(last.at("/rejectedCount").asLong()).isEqualTo(1_300);
        assertThat(last.at("/rejected")).hasSize(1_000);
        assertThat(last.at("/rejected/999/index").asInt()).isEqualTo(1_999);
        var chunks = answers.subList(0, answers.size() - 1);
        assertThat(chunks).hasSizeGreaterThan(1).noneMatch(chunk -> chunk.has("done"));
        assertThat(chunks.stream()
                        .mapToLong(chunk -> chunk.at("/accepted").asLong())
                        .sum())
                .isEqualTo(1_300);
        Reply whole = server.lines(lines).is(207).counts(0, 1_300, 1_300);
        assertThat(whole.json().at("/rejected")).hasSize(1_000);
    }

    @Test
    void countsWhatItReceivesByWhatBecameOfIt() {
        String key = server.campaign();
        double[] before = counters();
        server.lines(captured(key, 1) + "\n" + captured(key, 1) + "\n{nonsense\n");
        server.events("[" + captured(key, 2) + "," + captured(key, 2) + ",{},5]");
        server.events("[{}]");
        server.events("{");
        double[] after = counters();
        double[] more =
                IntStream.range(0, 4).mapToDouble(n -> after[n] - before[n]).toArray();
        assertThat(more).containsExactly(8, 2, 2, 4);
    }

    /** Received, accepted, duplicates, rejected. */
    private double[] counters() {
        String text = server.get("/actuator/prometheus").is(200).body();
        return Stream.of("received", "accepted", "duplicates", "rejected")
                .mapToDouble(name -> text.lines()
                        .filter(line -> line.startsWith("tundish_events_" + name + "_total"))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum())
                .toArray();
    }
}
