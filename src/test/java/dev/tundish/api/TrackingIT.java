package dev.tundish.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract's section 9: tracking calls. */
class TrackingIT {

    @RegisterExtension
    static final ApiServer api = new ApiServer();

    private final ApiServer.Running server = api.here();
    private final String campaign = server.campaign();
    private final String key = server.makeKey("'scopes':['ingest'],'campaigns':['" + campaign + "']")
            .text("/key");

    private HttpRequest.Builder call(String path) {
        String basic = Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
        return server.request("/v1/" + path).setHeader("Authorization", "Basic " + basic);
    }

    private Reply call(String path, String body) {
        return server.send(call(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    private static String captured(String lead) {
        return "{'type':'track','event':'Lead Captured','userId':'" + lead + "','messageId':'m-" + lead + "'}";
    }

    private long leads() {
        return server.get("/api/v1/campaigns/" + campaign + "/funnel").number("/stages/0/leads");
    }

    @Test
    void takesATrackCallAndCountsItAtOnce() {
        Reply answer = call("track", captured("ana")).is(200).counts(1, 0, 0);
        assertThat(answer.json().at("/success").asBoolean()).isTrue();
        assertThat(leads()).isEqualTo(1);
        call("track", captured("ana")).is(200).counts(0, 1, 0);
    }

    @Test
    void takesTheNamesOfBrowsersAndASlashAtTheEnd() {
        call("t", captured("a")).is(200).counts(1, 0, 0);
        call("track/", captured("b")).is(200).counts(1, 0, 0);
        for (String path : List.of("i", "p", "s", "g", "a", "identify", "page", "screen", "group", "alias")) {
            assertThat(call(path, "{'userId':'nobody'}").is(200).counts(0, 0, 0).number("/ignored"))
                    .as(path)
                    .isEqualTo(1);
        }
        for (String path : List.of("batch", "b", "import")) {
            call(path, "{'batch':[" + captured("c-" + path) + "]}").is(200).counts(1, 0, 0);
        }
        assertThat(leads()).isEqualTo(5);
    }

    @Test
    void judgesEachCallOfABatchByItself() {
        Reply answer = call(
                "batch",
                "{'batch':[" + captured("ana")
                        + ",{'type':'page','name':'Home'},{'type':'track','event':'Button Clicked'},"
                        + "5,{'type':'track','event':'Order Completed','userId':'ana','properties':{'revenue':12.5,'currency':'EUR'}}]}");
        answer.is(200).counts(2, 0, 2);
        assertThat(answer.codes()).containsExactly("2 unmapped", "3 invalid_field");
        assertThat(answer.number("/ignored")).isEqualTo(1);
        assertThat(server.get("/api/v1/campaigns/" + campaign + "/funnel").text("/value/0/amount"))
                .isEqualTo("12.50");
    }

    @Test
    void takesTheKeyFromTheBodyAndTextThatIsJson() {
        Reply answer = server.send(
                HttpRequest.newBuilder(server.request("/v1/t").build().uri())
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString(
                                ("{'writeKey':'" + key + "'," + captured("ana").substring(1)).replace('\'', '"'))));
        answer.is(200).counts(1, 0, 0);
    }

    @Test
    void knowsGzipWhateverIsSaidOfIt() throws IOException {
        byte[] zipped = gzip(captured("ana").replace('\'', '"'));
        server.send(call("track").POST(BodyPublishers.ofByteArray(zipped)))
                .is(200)
                .counts(1, 0, 0);
        server.send(call("track")
                        .header("Content-Encoding", "gzip")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofByteArray(zipped)))
                .is(200)
                .counts(0, 1, 0);
        server.send(call("track")
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofString(captured("bo").replace('\'', '"'))))
                .is(200)
                .counts(1, 0, 0);
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void refusesBodiesThatCannotBeReadOrAreTooLarge() throws IOException {
        for (String body : List.of("", "{", "[]", "5", "{} {}")) {
            call("track", body).isProblem(400);
        }
        call("batch", "{}").isProblem(400);
        call("track", "{'event':'" + "x".repeat(2 << 20) + "'}").isProblem(413);
        server.send(call("track").POST(BodyPublishers.ofByteArray(gzip("{\"a\":\"" + " ".repeat(4 << 20) + "\"}"))))
                .isProblem(413);
        call("batch", "{'batch':[" + "0,".repeat(2_500) + "0]}").isProblem(413);
    }

    @Test
    void asksForAKeyThatMaySend() {
        String read = server.makeKey("'scopes':['read']").text("/key");
        server.send(call("track").setHeader("Authorization", "Bearer " + read).POST(BodyPublishers.ofString("{}")))
                .isProblem(403);
        server.send(call("track").setHeader("Authorization", "Basic eDo=").POST(BodyPublishers.ofString("{}")))
                .isProblem(401);
        var anonymous =
                HttpRequest.newBuilder(server.request("/v1/track").build().uri());
        server.send(anonymous.copy().POST(BodyPublishers.ofString("{\"writeKey\":\"" + read + "\"}")))
                .isProblem(403);
        server.send(anonymous.copy().POST(BodyPublishers.ofString("{}"))).isProblem(401);
        server.send(call("track").GET()).isProblem(405);
    }

    @Test
    void tellsMoreOfALeadThatThereIsAndMakesNone() {
        call("identify", "{'userId':'ana','traits':{'phone':'1'}}").is(200).counts(0, 0, 0);
        call("track", captured("ana")).is(200);
        call("track", "{'event':'Lead Lost','userId':'ana','properties':{'reason':'no_budget'}}")
                .is(200)
                .counts(1, 0, 0);
        String more = "{'userId':'ana','messageId':'i-1','traits':{'name':'Ana Silva','segment':'smb'}}";
        call("identify", more).is(200).counts(1, 0, 0);
        call("identify", more).is(200).counts(0, 0, 0);
        Reply lead =
                server.get("/api/v1/campaigns/" + campaign + "/lead?id=ana").is(200);
        assertThat(lead.text("/card/name")).isEqualTo("Ana Silva");
        assertThat(lead.text("/attributes/segment")).isEqualTo("smb");
        assertThat(lead.text("/status")).isEqualTo("out");
        assertThat(leads()).isEqualTo(1);
    }

    @Test
    void findsTheLeadOfTheSameBatch() {
        call(
                        "batch",
                        "{'batch':[{'type':'identify','userId':'ana','traits':{'email':'ana@example.com'}},"
                                + captured("ana") + "]}")
                .is(200)
                .counts(2, 0, 0);
        assertThat(server.get("/api/v1/campaigns/" + campaign + "/lead?id=ana").text("/card/email"))
                .isEqualTo("ana@example.com");
    }
}
