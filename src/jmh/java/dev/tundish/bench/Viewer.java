package dev.tundish.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who looks at a campaign's page, without a browser: signs in, opens the page and its push connection as the
 * client of Vaadin does, and reads the pictures that come. Each has a session of its own.
 */
final class Viewer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** A picture, as a property that is set on the page's component. */
    private static final Pattern FIRST_STAGE =
            Pattern.compile("\\\\\"stages\\\\\":\\[\\{[^}]*?\\\\\"leads\\\\\":(\\d+)");

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final App app;
    private final WebSocket push;

    /** @param counts hears the number of leads at the first stage, with every picture */
    Viewer(App app, String route, String query, LongConsumer counts) throws Exception {
        this.app = app;
        Matcher token = TOKEN.matcher(get("/login"));
        if (!token.find()) {
            throw new IOException("the login page holds no token");
        }
        post("/login", FORM, "username=admin&password=" + encoded(App.PASSWORD) + "&_csrf=" + encoded(token.group(1)));
        JsonNode config = JSON.readTree(get("/?v-r=init&location=" + encoded(route) + "&query=" + encoded(query)))
                .path("appConfig");
        int ui = config.path("v-uiId").asInt();
        JsonNode first = config.path("uidl");
        push = client.newWebSocketBuilder()
                .buildAsync(
                        URI.create(app.page("/VAADIN/push?v-r=push&v-uiId=" + ui + "&v-pushId="
                                        + first.path("Vaadin-Push-ID").asString()
                                        + "&X-Atmosphere-Transport=websocket&X-Atmosphere-Framework=3.1.5-javascript"
                                        + "&X-Atmosphere-tracking-id=0&X-atmo-protocol=true")
                                .replaceFirst("^http", "ws")),
                        new Reader(counts))
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        Map<String, Object> navigate = Map.of(
                "type",
                "event",
                "node",
                1,
                "event",
                "ui-navigate",
                "data",
                Map.of("route", route, "query", query, "appShellTitle", "", "historyState", Map.of(), "trigger", ""));
        String answer = post(
                "/?v-r=uidl&v-uiId=" + ui,
                "application/json",
                JSON.writeValueAsString(Map.of(
                        "csrfToken",
                        first.path("Vaadin-Security-Key").asString(),
                        "rpc",
                        List.of(navigate),
                        "syncId",
                        first.path("syncId").asInt(),
                        "clientId",
                        0)));
        read(answer, counts);
    }

    private static void read(CharSequence message, LongConsumer counts) {
        Matcher found = FIRST_STAGE.matcher(message);
        while (found.find()) {
            counts.accept(Long.parseLong(found.group(1)));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String get(String path) throws IOException, InterruptedException {
        return body(HttpRequest.newBuilder(URI.create(app.page(path)))
                .timeout(PATIENCE)
                .GET()
                .build());
    }

    private String post(String path, String type, String body) throws IOException, InterruptedException {
        return body(HttpRequest.newBuilder(URI.create(app.page(path)))
                .timeout(PATIENCE)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private String body(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException(request.uri().getPath() + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** Puts the parts of a message together. */
    private static final class Reader implements WebSocket.Listener {
        private final LongConsumer counts;
        private final StringBuilder message = new StringBuilder();

        Reader(LongConsumer counts) {
            this.counts = counts;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                read(message, counts);
                message.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }

    @Override
    public void close() {
        push.abort();
        client.close();
    }
}
