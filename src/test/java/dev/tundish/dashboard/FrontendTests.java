package dev.tundish.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages' own modules: their tests are run by node, which reads TypeScript as it stands from version 24 on. */
class FrontendTests {

    private static final Path TESTS = Path.of("src/test/frontend");

    @Test
    void geometryWordsMotionAndSeriesAreRight() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(node(), "--import", "./" + TESTS.resolve("resolve.mjs"), "--test", "--test-reporter=spec"));
        try (Stream<Path> files = Files.list(TESTS)) {
            files.map(Path::toString)
                    .filter(name -> name.endsWith(".test.ts"))
                    .sorted()
                    .forEach(command::add);
        }
        assertThat(command).hasSizeGreaterThan(5);
        Said said = run(command);
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text()).containsPattern("pass [1-9][0-9]").containsPattern("fail 0");
    }

    /** Whatever comes from outside is text: no way around it in any module. */
    @Test
    void noModuleWritesMarkup() throws IOException {
        Pattern unsafe =
                Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|unsafeSVG|document\\.write");
        try (Stream<Path> files = Files.walk(Path.of("frontend/tundish"))) {
            List<Path> modules = files.filter(Files::isRegularFile).toList();
            assertThat(modules).hasSizeGreaterThan(10);
            for (Path module : modules) {
                assertThat(unsafe.matcher(Files.readString(module)).find())
                        .as("%s", module)
                        .isFalse();
            }
        }
    }

    private record Said(int code, String text) {}

    private static Said run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("frontend", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(50, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Said(-1, "not done in 50 s: " + Files.readString(output));
            }
            return new Said(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }

    /** The node that the build uses, the one that was fetched for it, or the one on the path. */
    private static String node() throws IOException, InterruptedException {
        String given = System.getProperty("vaadin.node.folder", "");
        for (String candidate : List.of(given.isBlank() ? "node" : given + "/node", ".node/node", "node")) {
            if (candidate.contains("/") && !Files.isExecutable(Path.of(candidate))) {
                continue;
            }
            Said version = run(List.of(candidate, "--version"));
            String major = version.text().strip().replaceFirst("^v(\\d+).*", "$1");
            if (version.code() == 0 && major.matches("\\d+") && Integer.parseInt(major) >= 24) {
                return candidate;
            }
        }
        throw new AssertionError(
                "The pages' tests need node 24 or newer: run them with ./tundish test, which brings it,"
                        + " or name its folder with -Dvaadin.node.folder=");
    }
}
