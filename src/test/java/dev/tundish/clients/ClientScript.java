package dev.tundish.clients;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A script of {@code src/test/clients}, run by node. Never skipped in silence: without node or the clients the tests fail,
 * and say what to run.
 */
public final class ClientScript implements AutoCloseable {

    public static final Path FOLDER = Path.of("src/test/clients");
    private static final long PATIENCE_SECONDS = 90;

    private final Process process;
    private final PrintWriter in;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> all = new ArrayList<>();

    private ClientScript(Process process) {
        this.process = process;
        this.in = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        Thread.ofPlatform().daemon().start(this::read);
    }

    static ClientScript start(String script, Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(node(), script)
                .directory(installed().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new ClientScript(builder.start());
    }

    /** The folder with the clients in it. */
    public static Path installed() {
        if (!Files.isDirectory(FOLDER.resolve("node_modules"))) {
            throw new AssertionError("The clients are not installed: run ./tundish test, or \"npm ci\" in " + FOLDER);
        }
        return FOLDER.toAbsolutePath();
    }

    /** The node that the build uses, the one that was fetched for it, or the one on the path. */
    private static String node() {
        String given = System.getProperty("vaadin.node.folder", "");
        for (String folder : List.of(given, ".node")) {
            Path program = Path.of(folder, "node").toAbsolutePath();
            if (!folder.isBlank() && Files.isExecutable(program)) {
                return program.toString();
            }
        }
        return "node";
    }

    /** Returns when the script has said this; fails with all it said when it does not come. */
    public void await(String line) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        String said = "";
        while (!line.equals(said)) {
            said = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (said == null || said.equals(END)) {
                throw new AssertionError("The script did not say \"" + line + "\", but:\n" + String.join("\n", all));
            }
            all.add(said);
        }
    }

    /** Lets it go on. */
    public void tell() {
        in.println("go on");
    }

    private static final String END = "(it ended)";

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            out.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException broken) {
            lines.add("(output ended: " + broken.getMessage() + ")");
        }
        lines.add(END);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
