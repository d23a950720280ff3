package dev.tundish.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    @Test
    void acknowledgesWhatIsCommittedWhileTheBodyStillComes() throws Exception {
        String key = server.campaign();
        try (var body = new PipedOutputStream();
                var sent = new PipedInputStream(body, 1 << 20)) {
            var coming = server.http.sendAsync(
                    server.request("/api/v1/events")
                            .header("Content-Type", "application/x-ndjson")
                            .header("Accept", "application/x-ndjson")
                            .POST(BodyPublishers.ofInputStream(() -> sent))
                            .build(),
                    BodyHandlers.ofInputStream());
            // The client fills a buffer of 16 KiB before it sends.
            send(body, key, 0, 400);
            HttpResponse<java.io.InputStream> answer = coming.get(10, TimeUnit.SECONDS);
            assertThat(answer.statusCode()).isEqualTo(200);
            var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
            JsonNode first = JsonMapper.shared().readTree(lines.readLine());
            assertThat(first.at("/accepted").asLong()).isPositive();
            assertThat(first.has("done")).isFalse();
            assertThat(server.get("/api/v1/campaigns/" + key + "/funnel").number("/stages/0/leads"))
                    .isGreaterThanOrEqualTo(first.at("/accepted").asLong());
            send(body, key, 400, 200);
            body.close();
            String last = lines.lines().reduce("", (before, line) -> line);
            JsonNode totals = JsonMapper.shared().readTree(last);
            assertThat(totals.at("/done").asBoolean()).isTrue();
            assertThat(totals.at("/accepted").asLong()).isEqualTo(600);
        }
    }

    private static void send(PipedOutputStream body, String key, int from, int count) throws IOException {
        for (int n = from; n < from + count; n++) {
            body.write((captured(key, n) + "\n").getBytes(StandardCharsets.UTF_8));
        }
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
        return java.util.stream.Stream.of("received", "accepted", "duplicates", "rejected")
                .mapToDouble(name -> text.lines()
                        .filter(line -> line.startsWith("tundish_events_" + name + "_total"))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum())
                .toArray();
    }
}
