package dev.tundish.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The leads behind a number as a table, over HTTP. */
class LeadsCsvIT {

    @RegisterExtension
    static final ApiServer api = new ApiServer();

    private final ApiServer.Running server = api.here();

    private String campaign(int leads) {
        String key = server.campaign("'template':'sales-assisted','zone':'Europe/Amsterdam'");
        List<String> events = new ArrayList<>();
        for (int n = 0; n < leads; n++) {
            events.add(EventsIT.event(
                    key,
                    "captured",
                    "lead-" + n,
                    ",'at':'2026-03-20T10:00:00Z','attributes':{'source':'s" + n % 3 + "'}"));
        }
        server.events(events.toString()).is(200);
        return key;
    }

    @Test
    void writesEveryLeadOnceHoweverManyPiecesItTakes() {
        String key = campaign(1_234);
        Reply answer = server.get("/api/v1/campaigns/" + key + "/leads.csv").is(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).contains(key + "-leads.csv");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines.getFirst()).startsWith("lead,status,stage,reason,voided,reached.captured,");
        assertThat(lines).hasSize(1_235);
        assertThat(lines.stream().skip(1).map(line -> line.substring(0, line.indexOf(','))))
                .doesNotHaveDuplicates()
                .allMatch(lead -> lead.startsWith("lead-"));
        assertThat(lines.get(1)).contains(",open,captured,,false,2026-03-20T10:00:00Z,");
    }

    @Test
    void holdsTheLeadsThatTheListOfTheSameNumberCounts() {
        String key = campaign(100);
        String query = "count=open&at=captured&filter=source:s1&filter=source:s2";
        long total = server.get("/api/v1/campaigns/" + key + "/leads?" + query)
                .is(200)
                .number("/total");
        assertThat(total).isEqualTo(66);
        assertThat(server.get("/api/v1/campaigns/" + key + "/leads.csv?" + query)
                        .is(200)
                        .body()
                        .lines())
                .hasSize(1 + (int) total);
    }

    @Test
    void givesCardsAndKeepsFormulasFromSpreadsheets() {
        String key = server.campaign("'template':'self-serve'");
        server.events("["
                        + EventsIT.event(
                                key,
                                "captured",
                                "=cmd|calc",
                                ",'attributes':{'source':'@SUM(A1)'},'card':{'name':'Ada, Countess','email':'ada@example.org'}")
                        + "]")
                .is(200);
        String line = server.get("/api/v1/campaigns/" + key + "/leads.csv")
                .is(200)
                .body()
                .lines()
                .toList()
                .get(1);
        assertThat(line).startsWith("'=cmd|calc,open,").contains(",'@SUM(A1),\"Ada, Countess\",,ada@example.org,");
    }

    @Test
    void refusesWhatHasNoAnswerByItsName() {
        String key = campaign(1);
        String path = "/api/v1/campaigns/" + key + "/leads.csv";
        server.get(path + "?limit=5").isProblem(400);
        server.get(path + "?mode=activity&count=open").isProblem(400);
        server.get("/api/v1/campaigns/no-such-campaign/leads.csv").isProblem(404);
        server.send(server.request(path).setHeader("Authorization", "none")).isProblem(401);
    }
}
