package dev.tundish.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A stream of server-sent events as it is read; its end is a line, too. */
final class Events implements AutoCloseable {

    static final String END = "<end>";

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final InputStream body;

    private Events(InputStream body) {
        this.body = body;
        Thread.ofVirtual().start(this::read);
    }

    static Events open(ApiServer.Running server, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = server.http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return new Events(answer.body());
    }

    private void read() {
        try (var in = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            in.lines().forEach(lines::add);
        } catch (IOException | java.io.UncheckedIOException broken) {
            lines.add("<broken> " + broken.getMessage());
        }
        lines.add(END);
    }

    /** The next line that fits, whatever comes before it; fails when none comes in time. */
    String next(Predicate<String> fits, Duration within) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        while (true) {
            String line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertThat(line).as("a line in " + within).isNotNull();
            if (line != null && fits.test(line)) {
                return line;
            }
        }
    }

    String next(String start, Duration within) throws InterruptedException {
        return next(line -> line.startsWith(start), within);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
