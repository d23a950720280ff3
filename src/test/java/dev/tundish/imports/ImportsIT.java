package dev.tundish.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.Node;
import dev.tundish.TestDatabase;
import dev.tundish.campaign.Campaigns;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.imports.Import.State;
import dev.tundish.report.Reports;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** Files that were brought in are counted once, whatever happens on the way. */
final class ImportsIT {

    private static final String KEY = "a-key-that-only-this-test-knows";
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private static Node node;

    @BeforeAll
    static void start() {
        node = startNode("one");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    private static Node startNode(String name) {
        return Node.start(
                "--tundish.roles=api",
                "--api.port=0",
                "--tundish.bind=127.0.0.1",
                "--tundish.home=" + home.resolve(name),
                "--tundish.database.url=" + database.url(),
                "--tundish.api-key=" + KEY);
    }

    @Test
    void bringsInTwoFilesOfOneCampaignAndCountsEachLeadOnce() throws Exception {
        int campaign = campaign("olist");
        Import leads = importing(campaign, "leads.csv", Olist.leads(8_000), mapping -> mapping);
        assertThat(leads.added()).isEqualTo(8_000);
        assertThat(leads.refused()).isZero();
        Import deals = importing(campaign, "deals.csv", Olist.deals(8_000, 842), mapping -> mapping);
        assertThat(deals.added()).isEqualTo(842);
        assertThat(funnel(campaign)).containsExactly(8_000L, 842L, 842L, 842L, 842L);
        assertThat(number("select count(*) from event where campaign_id = " + campaign))
                .isEqualTo(8_842);
    }

    @Test
    void knowsAFileThatWasBroughtInBefore() throws Exception {
        int campaign = campaign("twice");
        importing(campaign, "leads.csv", Olist.leads(1_500), mapping -> mapping);
        // a longer export of the same leads, in other rows
        Import again = importing(campaign, "more.csv", Olist.leads(2_000), mapping -> mapping);
        assertThat(again.known()).isEqualTo(1_500);
        assertThat(again.added()).isEqualTo(500);
        assertThat(funnel(campaign).getFirst()).isEqualTo(2_000);
        Import same = importing(campaign, "more.csv", Olist.leads(2_000), mapping -> mapping);
        assertThat(same.known()).isEqualTo(2_000);
        assertThat(number("select count(*) from event where campaign_id = " + campaign))
                .isEqualTo(2_000);
    }

    @Test
    void handsOutWhatWasRefusedWithTheReasonsAndTakesItOncePutRight() throws Exception {
        int campaign = campaign("refused");
        String file = "lead_id,created,phone\na1,2018-02-01,=1+1\n,2018-02-01,\na3,soon,+31 20\na4,2018-02-02,\n";
        Import done = importing(campaign, "leads.csv", file, mapping -> mapping);
        assertThat(done.added()).isEqualTo(2);
        assertThat(done.refused()).isEqualTo(2);
        String csv = refused(done);
        assertThat(csv)
                .contains("3,")
                .contains("missing_field")
                .contains("4,")
                .contains("“created”")
                .contains("'+31 20");
        assertThat(csv).doesNotContain("a1").doesNotContain("a4");

        Import right =
                importing(campaign, "refused.csv", csv.substring(1).replace("soon", "2018-02-03"), mapping -> mapping);
        assertThat(right.added()).isEqualTo(1);
        assertThat(right.refused()).isEqualTo(1);
        assertThat(funnel(campaign).getFirst()).isEqualTo(3);
        assertThat(number("select count(*) from lead_card where card->'phone'->>0 = '+31 20' and campaign_id = "
                        + campaign))
                .isEqualTo(1);
    }

    @Test
    void listsARowThatOnlyTheLogCanRefuse() throws Exception {
        int campaign = campaign("conflict");
        String file =
                "type,lead,id,at\nlead.captured,a1,e1,2018-02-01T00:00:00Z\nlead.captured,a2,e1,2018-02-01T00:00:00Z\n";
        Import done = importing(campaign, "events.csv", file, mapping -> mapping);
        assertThat(done.added()).isEqualTo(1);
        assertThat(done.refused()).isEqualTo(1);
        assertThat(refused(done)).contains("id_conflict");
    }

    @Test
    void goesOnWhereItWasWhenTheNodeStartsAgain() throws Exception {
        int campaign = campaign("restarted");
        long id = halted(campaign, 6_000);
        node.close();
        assertThat(text("select state from import_job where id = " + id)).isEqualTo("running");
        handBack();
        node = startNode("one");
        Import done = finished(id);
        assertThat(done.rowsDone()).isEqualTo(6_000);
        assertThat(done.added()).isEqualTo(6_000);
        assertThat(funnel(campaign).getFirst()).isEqualTo(6_000);
    }

    @Test
    void countsNothingTwiceWhenANodeEndedBeforeItCouldTell() throws Exception {
        int campaign = campaign("killed");
        long id = halted(campaign, 6_000);
        // as if the third piece had been written, and the node had ended before it said so
        database.execute("update import_job set next_chunk = 2, rows_done = 2000, added = 2000 where id = " + id);
        handBack();
        Import done = finished(id);
        assertThat(done.added()).isEqualTo(5_000);
        assertThat(done.known()).isEqualTo(1_000);
        assertThat(funnel(campaign).getFirst()).isEqualTo(6_000);
    }

    @Test
    void isRunByOneOfTwoNodes() throws Exception {
        int campaign = campaign("nodes");
        try (Node other = startNode("two")) {
            long id = received(campaign, "leads.csv", Olist.leads(6_000));
            assertThat(get(other.core().getBean(Imports.class).start(id))).isTrue();
            assertThat(finished(id).added()).isEqualTo(6_000);
            assertThat(number("select events from campaign_head where campaign_id = " + campaign))
                    .isEqualTo(6_000);
        } finally {
            // the last thing a node does is to stop Netty's threads, which all of a process share
            node.close();
            node = startNode("one");
        }
    }

    @Test
    void stopsAndGoesOn() throws Exception {
        int campaign = campaign("stopped");
        long id = halted(campaign, 5_000);
        assertThat(get(imports().stop(id))).isTrue();
        assertThat(find(id).state()).isEqualTo(State.STOPPED);
        assertThat(get(imports().stop(id))).isFalse();
        handBack();
        assertThat(get(imports().start(id))).isTrue();
        assertThat(finished(id).added()).isEqualTo(5_000);
        assertThat(funnel(campaign).getFirst()).isEqualTo(5_000);
    }

    /** An import that stands in the middle: the pieces after the third are withheld from it. */
    private static long halted(int campaign, int rows) throws Exception {
        long id = received(campaign, "leads.csv", Olist.leads(rows));
        database.execute("create table withheld as select * from import_chunk where number >= 3 and job_id = " + id
                + "; delete from import_chunk where number >= 3 and job_id = " + id);
        assertThat(get(imports().start(id))).isTrue();
        await(() -> find(id).rowsDone() == 3_000);
        return id;
    }

    private static void handBack() {
        database.execute("insert into import_chunk select * from withheld; drop table withheld");
    }

    @Test
    void removesTheFileWithItsRefusedRowsAndKeepsWhatWasTaken() throws Exception {
        int campaign = campaign("deleted");
        Import done =
                importing(campaign, "leads.csv", "lead_id,created\na1,2018-02-01\n,2018-02-01\n", mapping -> mapping);
        assertThat(get(imports().delete(done.id()))).isTrue();
        assertThat(get(imports().delete(done.id()))).isFalse();
        assertThat(number("select count(*) from import_chunk where job_id = " + done.id()))
                .isZero();
        assertThat(number("select count(*) from import_reject where job_id = " + done.id()))
                .isZero();
        assertThat(funnel(campaign).getFirst()).isEqualTo(1);
    }

    @Test
    void remembersHowAFileWithTheSameColumnsWasMapped() throws Exception {
        int campaign = campaign("remembered");
        String file = "ref,created,kind\na1,2018-02-01,x\na2,2018-02-02,x\n";
        importing(campaign, "leads.csv", file, mapping -> mapping.withColumn(2, Meaning.of(What.ATTRIBUTE, "segment")));
        Mapping remembered = get(imports().remembered(campaign, List.of("ref", "created", "kind")));
        assertThat(remembered.columns().getLast()).isEqualTo(Meaning.of(What.ATTRIBUTE, "segment"));
        assertThat(imports().remembered(campaign, List.of("ref", "created")).blockOptional(PATIENCE))
                .isEmpty();
    }

    private static int campaign(String key) throws Exception {
        HttpRequest put = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + node.apiPort() + "/api/v1/campaigns/" + key))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("""
                        {"name": "Campaign", "template": "sales-assisted", "zone": "America/Sao_Paulo"}"""))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(put, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(201);
        }
        return get(node.core().getBean(Campaigns.class).idOf(key));
    }

    private interface Change {
        Mapping of(Mapping mapping);
    }

    private static Import importing(int campaign, String name, String file, Change change) throws IOException {
        long id = received(campaign, name, file);
        get(imports().map(id, change.of(Objects.requireNonNull(find(id).mapping()))));
        assertThat(get(imports().start(id))).isTrue();
        return finished(id);
    }

    /** Received, and mapped as was proposed. */
    private static long received(int campaign, String name, String text) throws IOException {
        try (CsvFile file = CsvFile.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 100 << 20)) {
            long id = get(imports().begin(campaign, name, file.header(), "admin"));
            for (Chunk chunk = file.next(); chunk != null; chunk = file.next()) {
                imports().keep(id, chunk).block(PATIENCE);
            }
            imports().received(id, file.facts()).block(PATIENCE);
            List<Row> rows = get(imports().firstRows(id, Preview.ROWS));
            get(imports().map(id, Proposal.of(file.header(), rows, Flow.SALES_ASSISTED, ZONE)));
            return id;
        }
    }

    private static Import finished(long id) {
        await(() -> !find(id).state().isUnderWay());
        Import done = find(id);
        assertThat(done.state()).isEqualTo(State.DONE);
        return done;
    }

    private static String refused(Import job) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RefusedCsv csv = new RefusedCsv(bytes, job.header())) {
            RefusedRow.Part part = imports().refused(job.id(), 0).block(PATIENCE);
            while (part != null) {
                part.rows().forEach(csv::write);
                part = imports().refused(job.id(), part.chunk() + 1).block(PATIENCE);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<Long> funnel(int campaign) {
        var report = get(node.core().getBean(Reports.class).funnel(campaign, FunnelQuestion.whole(0)));
        return report.value().stages().stream().map(row -> row.leads()).toList();
    }

    private static Imports imports() {
        return node.core().getBean(Imports.class);
    }

    private static Import find(long id) {
        return get(imports().find(id));
    }

    private static <T> T get(Mono<T> answer) {
        return Objects.requireNonNull(answer.block(PATIENCE));
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(condition);
    }

    private static long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private static String text(String sql) throws SQLException {
        try (var connection = database.jdbc();
                var rows = connection.createStatement().executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
