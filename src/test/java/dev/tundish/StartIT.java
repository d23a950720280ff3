package dev.tundish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Starts, stops and refusals of the whole program, as a process. */
final class StartIT {

    private static final String API_ALONE = "--tundish.roles=api";

    @RegisterExtension
    static final TestDatabase given = new TestDatabase();

    @TempDir
    Path folder;

    private Path home() {
        return folder.resolve("a home");
    }

    /** A test that kills leaves a server behind, as it should; it does not outlive the test. */
    @AfterEach
    void endWhatWasLeft() throws IOException, InterruptedException {
        Path file = home().resolve("postgres/postmaster.pid");
        if (Files.exists(file)) {
            var left = ProcessHandle.of(postmaster()).filter(ProcessHandle::isAlive);
            left.ifPresent(ProcessHandle::destroyForcibly);
            awaitGone(left.map(ProcessHandle::pid).orElse(0L));
        }
    }

    @Test
    void startsOnAnEmptyFolderAndASecondTime() throws Exception {
        try (var first =
                TundishProcess.start(home(), Map.of(), "run", API_ALONE).awaitReady()) {
            first.awaitReadiness(200);
            assertThat(first.output()).contains("API http://127.0.0.1:" + first.apiPort());
            assertThat(permissions("")).isEqualTo("rwx------");
            assertThat(permissions("postgres.password")).isEqualTo("rw-------");
            long began = System.nanoTime();
            first.terminate();
            assertThat(first.awaitExit()).isEqualTo(143);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        }
        assertThat(home().resolve("postgres/postmaster.pid")).doesNotExist();
        try (var second =
                TundishProcess.start(home(), Map.of(), "run", API_ALONE).awaitReady()) {
            second.awaitReadiness(200);
        }
    }

    @Test
    void startsAfterItWasKilledAndItsDatabaseServerLivesOn() throws Exception {
        try (var killed =
                TundishProcess.start(home(), Map.of(), "run", API_ALONE).awaitReady()) {
            killed.kill();
        }
        assertThat(ProcessHandle.of(postmaster())).as("the orphan").isPresent();
        try (var next = TundishProcess.start(home(), Map.of(), "run", API_ALONE).awaitReady()) {
            assertThat(next.output()).contains("left running");
            next.awaitReadiness(200);
        }
    }

    @Test
    void startsAfterItAndItsDatabaseServerWereKilled() throws Exception {
        try (var killed =
                TundishProcess.start(home(), Map.of(), "run", API_ALONE).awaitReady()) {
            killed.kill();
            killPostmaster();
        }
        try (var next = TundishProcess.start(home(), Map.of(), "run", API_ALONE).awaitReady()) {
            next.awaitReadiness(200);
        }
    }

    @Test
    void startsWhenTheNumberInTheStaleFileIsAnotherProcess() throws Exception {
        try (var killed =
                TundishProcess.start(home(), Map.of(), "run", API_ALONE).awaitReady()) {
            killed.kill();
            killPostmaster();
        }
        Path file = home().resolve("postgres/postmaster.pid");
        var lines = Files.readAllLines(file);
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(file, lines);
        try (var next = TundishProcess.start(home(), Map.of(), "run", API_ALONE).awaitReady()) {
            next.awaitReadiness(200);
        }
    }

    @Test
    void startsItsDatabaseServerAgainWhenThatWasKilled() throws Exception {
        try (var tundish =
                TundishProcess.start(home(), Map.of(), "run", API_ALONE).awaitReady()) {
            long before = postmaster();
            killPostmaster();
            await(() ->
                    tundish.output().contains("runs again") && tundish.apiStatus("/actuator/health/readiness") == 200);
            assertThat(postmaster()).isNotEqualTo(before);
        }
    }

    @Test
    void refusesAFolderThatAnotherInstanceUses() throws Exception {
        try (var first =
                        TundishProcess.start(home(), Map.of(), "run", API_ALONE).awaitReady();
                var second = TundishProcess.start(home(), Map.of(), "run", API_ALONE)) {
            refuses(second, "Another instance is using " + home());
            first.awaitReadiness(200);
        }
    }

    @Test
    void refusesAPortInUse() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            refuses("Port " + port + " on 127.0.0.1 is in use", "run", API_ALONE, "--api.port=" + port);
        }
        assertThat(home()).as("nothing was begun").doesNotExist();
    }

    @Test
    void refusesSettingsThatMeanNothing() throws Exception {
        refuses("--api.port=99999 is not a port", "run", "--api.port=99999");
        refuses("The setting api.port cannot be \"eighty\". It is a whole number.", "run", "--api.port=eighty");
        refuses("cannot be \"foo\". Use one of: api, ui.", "run", "--tundish.roles=foo");
        refuses("--api.port and --ui.port are both 9999", "run", "--api.port=9999", "--ui.port=9999");
        refuses("does not know \"frobnicate\"", 2, Map.of(), "frobnicate");
    }

    @Test
    void refusesDatabaseAddressesThatLeadNowhere() throws Exception {
        String dead = "postgresql://someone:s3cret@127.0.0.1:" + TundishProcess.freePort() + "/none";
        for (String url : new String[] {"mysql://a:s3cret@h/d", "postgresql://h/d", "postgresql://a:s3cret@h", dead}) {
            try (var tundish = TundishProcess.start(home(), Map.of("TUNDISH_DATABASE_URL", url), "run", API_ALONE)) {
                refuses(tundish, url.equals(dead) ? "cannot be reached" : "TUNDISH_DATABASE_URL is not usable");
                assertThat(tundish.output()).doesNotContain("s3cret");
            }
        }
    }

    @Test
    void refusesDataOfAnotherPostgresOrOfANewerTundish() throws Exception {
        Files.createDirectories(home().resolve("postgres"));
        Files.writeString(home().resolve("postgres/PG_VERSION"), "12\n");
        Files.writeString(home().resolve("postgres.password"), "x\n");
        refuses("is of PostgreSQL 12, and this Tundish has 18", "run", API_ALONE);
        FileSystemUtils.deleteRecursively(home());

        try (var newer = new TestDatabase().open()) {
            newer.execute("insert into flyway_schema_history select 99, '99', 'of the future', 'SQL', 'V99__x.sql', 1,"
                    + " 'x', now(), 1, true");
            refuses(
                    "written by a newer version of Tundish",
                    1,
                    Map.of("TUNDISH_DATABASE_URL", newer.url()),
                    "run",
                    API_ALONE);
        }
    }

    @Test
    void usesTheServerThatIsGiven() throws Exception {
        var environment = Map.of("TUNDISH_DATABASE_URL", given.url());
        try (var one = TundishProcess.start(home(), environment, "run", API_ALONE)
                        .awaitReady();
                var another = TundishProcess.start(home(), environment, "run", API_ALONE)
                        .awaitReady()) {
            one.awaitReadiness(200);
            another.awaitReadiness(200);
            assertThat(home().resolve("postgres")).doesNotExist();
        }
    }

    private void refuses(String sentence, String... arguments) throws InterruptedException {
        refuses(sentence, 1, Map.of(), arguments);
    }

    private void refuses(String sentence, int code, Map<String, String> environment, String... arguments)
            throws InterruptedException {
        try (var tundish = TundishProcess.start(home(), environment, arguments)) {
            assertThat(tundish.awaitExit()).as(tundish.output()).isEqualTo(code);
            assertThat(tundish.output()).contains(sentence).doesNotContain("\tat ");
        }
    }

    private static void refuses(TundishProcess tundish, String sentence) throws InterruptedException {
        assertThat(tundish.awaitExit()).as(tundish.output()).isEqualTo(1);
        assertThat(tundish.output()).contains(sentence).doesNotContain("\tat ");
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home().resolve(file)));
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(home().resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private void killPostmaster() throws IOException, InterruptedException {
        long pid = postmaster();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        awaitGone(pid);
    }

    private static void awaitGone(long pid) throws InterruptedException {
        await(() -> {
            try {
                return Files.readAllBytes(Path.of("/proc/" + pid + "/cmdline")).length == 0;
            } catch (IOException gone) {
                return true;
            }
        });
    }

    private static void await(Condition condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("waited 30 s").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private interface Condition {
        boolean holds() throws InterruptedException;
    }
}
