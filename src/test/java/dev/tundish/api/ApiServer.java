package dev.tundish.api;

import dev.tundish.Node;
import dev.tundish.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A node with the API alone. As an extension, it is one that all test classes share; each test makes a campaign of its own.
 * {@link #start} makes one for itself.
 */
final class ApiServer implements BeforeAllCallback {

    static final String KEY = "a-key-that-only-these-tests-know";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** How many nodes were closed: the last thing one does is to stop Netty's threads, which all of a process share. */
    private static final AtomicInteger CLOSED = new AtomicInteger();

    private @Nullable Running running;

    @Override
    public void beforeAll(ExtensionContext context) {
        var store = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL);
        Running shared = store.get(Running.class, Running.class);
        if (shared == null || shared.closedBefore != CLOSED.get()) {
            if (shared != null) {
                shared.close();
            }
            shared = start();
            store.put(Running.class, shared);
        }
        running = shared;
    }

    /** A node of one's own, with more settings. */
    static Running start(String... settings) {
        return new Running(settings);
    }

    Running here() {
        return java.util.Objects.requireNonNull(running, "not started");
    }

    /** A node, its database and what asks it. */
    static final class Running implements AutoCloseable {

        final TestDatabase database = new TestDatabase().open();
        final Node node;
        final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final int closedBefore;
        private final Path home;

        private Running(String... settings) {
            try {
                home = Files.createTempDirectory("tundish-api");
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
            List<String> all = new ArrayList<>(List.of(
                    "--tundish.roles=api",
                    "--api.port=0",
                    "--tundish.bind=127.0.0.1",
                    "--tundish.home=" + home,
                    "--tundish.database.url=" + database.url(),
                    "--tundish.api-key=" + KEY));
            all.addAll(List.of(settings));
            closedBefore = CLOSED.get();
            node = Node.start(all.toArray(String[]::new));
        }

        HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.apiPort() + path))
                    .timeout(Duration.ofSeconds(20))
                    .header("Authorization", "Bearer " + KEY);
        }

        Reply send(HttpRequest.Builder request) {
            try {
                HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                return new Reply(answer.statusCode(), answer.headers(), answer.body());
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }

        Reply get(String path) {
            return send(request(path));
        }

        Reply send(String method, String path, String json) {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(json)));
        }

        Reply put(String path, String json) {
            return send("PUT", path, json);
        }

        Reply post(String path, String json) {
            return send("POST", path, json);
        }

        /** Sends events; a quotation mark is an apostrophe in them. */
        Reply events(String json) {
            return post("/api/v1/events", json.replace('\'', '"'));
        }

        Reply lines(String lines) {
            return send(request("/api/v1/events")
                    .header("Content-Type", "application/x-ndjson")
                    .POST(BodyPublishers.ofString(lines.replace('\'', '"'))));
        }

        /** A new campaign's key; the members follow the name. */
        String campaign(String members) {
            String key = "c" + NUMBER.incrementAndGet();
            put("/api/v1/campaigns/" + key, ("{'name':'A launch'," + members + "}").replace('\'', '"'))
                    .is(201);
            return key;
        }

        String campaign() {
            return campaign("'template':'sales-assisted'");
        }

        Reply makeKey(String members) {
            return post("/api/v1/keys", ("{'name':'k'," + members + "}").replace('\'', '"'))
                    .is(201);
        }

        @Override
        public void close() {
            http.shutdownNow();
            node.close();
            CLOSED.incrementAndGet();
            database.close();
            home.toFile().deleteOnExit();
        }
    }
}
