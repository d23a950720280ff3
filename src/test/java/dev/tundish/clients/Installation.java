package dev.tundish.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.TundishProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Tundish as a process of its own that can be stopped and started again on its folder and port. */
public final class Installation implements AutoCloseable {

    private static final String KEY = "a-key-that-only-this-test-knows";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Path home;
    private final int port = TundishProcess.freePort();
    private TundishProcess process;

    public Installation(Path home) {
        this.home = home;
        this.process = launch();
    }

    private TundishProcess launch() {
        return TundishProcess.start(
                        home, Map.of("TUNDISH_API_KEY", KEY), "run", "--tundish.roles=api", "--api.port=" + port)
                .awaitReady();
    }

    /** Host and port of its API. */
    public String host() {
        return "127.0.0.1:" + port;
    }

    public void stop() throws InterruptedException {
        process.terminate();
        process.awaitExit();
    }

    public void startAgain() {
        process = launch();
    }

    /** Calls its API, as one who may do everything; a quotation mark is an apostrophe. */
    public JsonNode call(String method, String path, String body, int status) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + host() + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    /** Makes a campaign, and a key for it with these members. */
    public String key(String campaign, String members) throws IOException, InterruptedException {
        call("PUT", "/api/v1/campaigns/" + campaign, "{'name':'A launch','template':'self-serve'}", 201);
        return call("POST", "/api/v1/keys", "{'name':'k','campaigns':['" + campaign + "']," + members + "}", 201)
                .at("/key")
                .asString();
    }

    /** How many leads a campaign has at its first and at its last stage. */
    public String leads(String campaign) throws IOException, InterruptedException {
        JsonNode stages = call("GET", "/api/v1/campaigns/" + campaign + "/funnel", "", 200)
                .at("/stages");
        return stages.at("/0/leads").asInt() + " captured, "
                + stages.at("/2/leads").asInt() + " paid";
    }

    @Override
    public void close() {
        process.close();
        http.shutdownNow();
    }
}
