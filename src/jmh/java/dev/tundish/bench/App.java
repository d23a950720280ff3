package dev.tundish.bench;

import dev.tundish.database.Database;
import dev.tundish.database.DatabaseAddress;
import dev.tundish.database.DatabaseSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The packaged application as a process of its own, on an empty folder that is removed in the end. */
final class App implements AutoCloseable {

    static final String PASSWORD = "bench-" + UUID.randomUUID();

    private static final Pattern ADDRESS = Pattern.compile("(dashboards|API) http://[^:]+:(\\d+)");

    private final Path home;
    private final Process process;
    private final String key;
    private final CompletableFuture<String> ready = new CompletableFuture<>();
    private int apiPort;
    private int uiPort;

    private App(Path home, Process process, String key) {
        this.home = home;
        this.process = process;
        this.key = key;
        Thread.ofPlatform().daemon().start(this::read);
    }

    static App start() throws Exception {
        Path jar = Path.of(System.getProperty("tundish.jar", "target/tundish.jar"));
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is not there. Use ./tundish bench, which builds it.");
        }
        Path home = Files.createTempDirectory("tundish-bench-");
        String key = "bench-" + UUID.randomUUID();
        // As ./tundish run starts it.
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:+UseG1GC",
                        "-XX:MaxRAMPercentage=50",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        jar.toString(),
                        "run",
                        "--tundish.bind=127.0.0.1",
                        "--api.port=0",
                        "--ui.port=0",
                        "--tundish.roles=" + System.getProperty("bench.roles", "api,ui")))
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("TUNDISH_"));
        builder.environment()
                .putAll(Map.of(
                        "TUNDISH_HOME", home.toString(),
                        "TUNDISH_API_KEY", key,
                        "TUNDISH_ADMIN_PASSWORD", PASSWORD));
        App app = new App(home, builder.start(), key);
        Runtime.getRuntime().addShutdownHook(new Thread(app::close));
        Matcher addresses = ADDRESS.matcher(app.ready.get(120, TimeUnit.SECONDS));
        while (addresses.find()) {
            int port = Integer.parseInt(addresses.group(2));
            if (addresses.group(1).equals("API")) {
                app.apiPort = port;
            } else {
                app.uiPort = port;
            }
        }
        return app;
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("Tundish is ready")) {
                    ready.complete(line);
                } else {
                    System.out.println("  | " + line);
                }
            }
        } catch (IOException ended) {
            System.out.println("  | (" + ended.getMessage() + ")");
        }
        ready.completeExceptionally(new IllegalStateException("The application ended before it was ready."));
    }

    /** A keep-alive connection to the API. */
    Line line() throws IOException {
        return new Line(apiPort, key);
    }

    /** Makes a campaign. */
    void campaign(String name) throws IOException {
        try (Line line = line()) {
            line.put("/api/v1/campaigns/" + name, """
                    {"name": "%s", "template": "sales-assisted"}""".formatted(name)).expectSuccess();
        }
    }

    /** How long processors have worked for it and its database. */
    Duration cpu() {
        return Stream.concat(Stream.of(process.toHandle()), process.toHandle().descendants())
                .map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    String page(String path) {
        return "http://127.0.0.1:" + uiPort + path;
    }

    /** Its database, with the role that the application has. */
    DatabaseAddress database() {
        var settings = new DatabaseSettings(home, new DatabaseSettings.Database(null, null, false, 4));
        return Database.join(settings).address();
    }

    Connection jdbc() throws SQLException {
        DatabaseAddress at = database();
        return DriverManager.getConnection(at.jdbcUrl(), at.jdbcProperties());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            FileSystemUtils.deleteRecursively(home);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException left) {
            System.err.println(home + " could not be removed: " + left.getMessage());
        }
    }
}
