package dev.tundish.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What never comes to a route is answered with a problem as everything else is. */
class UnreadableRequestsIT {

    @AutoClose
    private static final ApiServer.Running server = ApiServer.start();

    @ParameterizedTest
    @CsvSource({
        "GET /api/v1/campaigns/%zz HTTP/1.1, '', 400",
        "GET /api/v1/campaigns HTTP/1.1, 'Content-Length: many', 400",
        "GET /api/v1/campaigns HTTP/1.1, 'A header without a colon', 400",
        "GET /LONG HTTP/1.1, '', 414",
        "GET /api/v1/campaigns HTTP/1.1, 'X-Long: LONG', 431"
    })
    void tellsWhatIsWrongInAProblem(String line, String header, int status) throws IOException {
        String head = (line + "\r\nHost: here\r\n" + (header.isEmpty() ? "" : header + "\r\n")
                        + "Connection: close\r\n\r\n")
                .replace("LONG", "x".repeat(20_000));
        try (Socket socket = new Socket("127.0.0.1", server.node.apiPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 " + status)
                    .containsIgnoringCase("content-type: application/problem+json")
                    .contains("\"type\":\"urn:tundish:problem:", "\"status\":" + status, "\"detail\":");
        }
    }
}
