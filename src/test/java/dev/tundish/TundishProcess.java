package dev.tundish;

import dev.tundish.database.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tundish as a process of its own, from the test's class path: on free ports of 127.0.0.1, its output kept, ended on
 * close whatever happened.
 *
 * <pre>{@code
 * try (var tundish = TundishProcess.start(home, Map.of(), "run", "--tundish.roles=api").awaitReady()) { ... }
 * }</pre>
 */
public final class TundishProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 90;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final int apiPort;
    private final int uiPort;
    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<String> ready = new CompletableFuture<>();
    private final Thread reader;

    private TundishProcess(Process process, int apiPort, int uiPort) {
        this.process = process;
        this.apiPort = apiPort;
        this.uiPort = uiPort;
        this.reader = Thread.ofPlatform().daemon().start(this::read);
    }

    /**
     * Starts it and returns at once.
     *
     * @param home its {@code TUNDISH_HOME}
     * @param environment added to the environment
     * @param arguments the word, and settings that win over those that are given here
     */
    public static TundishProcess start(Path home, Map<String, String> environment, String... arguments) {
        int apiPort = freePort();
        int uiPort = freePort();
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseCompactObjectHeaders",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.tundish.Tundish"));
        List<String> given = List.of(arguments);
        int words = (int)
                given.stream().takeWhile(argument -> !argument.startsWith("--")).count();
        line.addAll(given.subList(0, words));
        line.addAll(List.of(
                "--server.address=127.0.0.1",
                "--api.port=" + apiPort,
                "--ui.port=" + uiPort,
                "--tundish.database.programs=" + TestServer.PROGRAMS));
        given.subList(words, given.size()).forEach(argument -> {
            String name = argument.replaceFirst("=.*", "=");
            line.removeIf(preset -> preset.startsWith(name));
            line.add(argument);
        });
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("TUNDISH_"));
        builder.environment().put("TUNDISH_HOME", home.toString());
        builder.environment().putAll(environment);
        try {
            return new TundishProcess(builder.start(), apiPort, uiPort);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns when it says that it is ready; fails with its output when it does not. */
    public TundishProcess awaitReady() {
        try {
            ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return this;
        } catch (ExecutionException | TimeoutException notReady) {
            close();
            throw new AssertionError("Tundish did not become ready:\n" + output(), notReady);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            close();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Waits for its end; its exit code. */
    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            close();
            throw new AssertionError("Tundish did not end:\n" + output());
        }
        reader.join();
        return process.exitValue();
    }

    /** Asks it to end (SIGTERM). */
    public void terminate() {
        process.destroy();
    }

    /** Ends it as {@code kill -9} does: nothing of it gets a chance to tidy up. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitExit();
    }

    /** All that it has written so far. */
    public String output() {
        return String.join("\n", output);
    }

    public int apiPort() {
        return apiPort;
    }

    public int uiPort() {
        return uiPort;
    }

    /** The status that a GET of this path on the API's port is answered with; 0: not answered. */
    public int apiStatus(String path) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + apiPort + path))
                    .timeout(java.time.Duration.ofSeconds(10))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException notAnswered) {
            return 0;
        }
    }

    /** Returns when its readiness is answered with this status; fails when that does not come within 30 s. */
    public void awaitReadiness(int status) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        for (int now = -1; now != status; now = apiStatus("/actuator/health/readiness")) {
            if (System.nanoTime() > end) {
                throw new AssertionError("readiness is " + now + ", not " + status + ":\n" + output());
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(12, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** A port of 127.0.0.1 that nobody listens on. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (line.startsWith("Tundish is ready")) {
                    ready.complete(line);
                }
            }
        } catch (IOException ended) {
            output.add("(output ended: " + ended.getMessage() + ")");
        }
        ready.completeExceptionally(new IllegalStateException("it ended"));
    }
}
