package dev.tundish.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Clients that run in node, as their makers publish them. */
class NodeClientsIT {

    private static final String INGEST = "'scopes':['ingest']";

    @TempDir
    static Path home;

    private static Installation tundish;

    @BeforeAll
    static void start() {
        tundish = new Installation(home);
    }

    @AfterAll
    static void stop() {
        tundish.close();
    }

    private static ClientScript script(String name, String campaign) throws IOException, InterruptedException {
        return ClientScript.start(
                name,
                Map.of(
                        "TUNDISH_URL",
                        "http://" + tundish.host(),
                        "TUNDISH_KEY",
                        tundish.key(campaign, INGEST),
                        "TUNDISH_CAMPAIGN",
                        campaign));
    }

    private static JsonNode lead(String campaign, String lead) throws IOException, InterruptedException {
        return tundish.call("GET", "/api/v1/campaigns/" + campaign + "/lead?id=" + lead, "", 200);
    }

    @Test
    void analyticsNodeLosesNothingWhileTheServerIsAway() throws IOException, InterruptedException {
        try (ClientScript script = script("segment-node.mjs", "segment")) {
            script.await("sent");
            assertThat(tundish.leads("segment")).isEqualTo("2 captured, 0 paid");
            tundish.stop();
            script.tell();
            script.await("tracked");
            tundish.startAgain();
            script.await("done");
        }
        assertThat(tundish.leads("segment")).isEqualTo("3 captured, 1 paid");
        JsonNode ana = lead("segment", "segment-1");
        assertThat(ana.at("/card/name").asString()).isEqualTo("Ana Silva");
        assertThat(ana.at("/attributes/segment").asString()).isEqualTo("smb");
        assertThat(ana.at("/value/currency").asString()).isEqualTo("EUR");
    }

    @Test
    void rudderSdkNodeSendsEachLeadOnce() throws IOException, InterruptedException {
        try (ClientScript script = script("rudder-node.mjs", "rudder")) {
            script.await("done");
        }
        assertThat(tundish.leads("rudder")).isEqualTo("3 captured, 0 paid");
        assertThat(lead("rudder", "rudder-1").at("/reached/captured").asString())
                .isEqualTo("2026-01-05T09:00:00Z");
        String ahead = lead("rudder", "rudder-3").at("/reached/captured").asString();
        assertThat(Instant.parse(ahead))
                .isBefore(Instant.now())
                .isAfter(Instant.now().minus(10, ChronoUnit.MINUTES));
    }

    @Test
    void cloudEventsComeOnceInWhateverMode() throws IOException, InterruptedException {
        try (ClientScript script = script("cloudevents.mjs", "cloud")) {
            script.await("done");
        }
        assertThat(tundish.leads("cloud")).isEqualTo("2 captured, 0 paid");
        assertThat(lead("cloud", "cloud-1").at("/events")).hasSize(1);
    }
}
