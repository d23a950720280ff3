package dev.tundish.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The contract's section 4 over HTTP. */
class ReportsIT {

    @RegisterExtension
    static final ApiServer api = new ApiServer();

    private static String path = "";

    private final ApiServer.Running server = api.here();

    /** Leads of every kind, the verdicts around the night of 2026-03-29, when Amsterdam goes from 2 to 3 o'clock. */
    @BeforeAll
    static void fill() {
        String key = api.here().campaign("'template':'sales-assisted','zone':'Europe/Amsterdam'");
        path = "/api/v1/campaigns/" + key;
        List<String> events = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            String lead = "lead-" + n;
            String march = "'2026-03-2" + (n % 3 + 7) + "T0" + n % 10 + ":10:00Z'";
            String source = n % 5 == 0 ? "" : ",'attributes':{'source':'s" + n % 2 + "'}";
            events.add(EventsIT.event(key, "captured", lead, ",'at':'2026-03-20T10:00:00Z'" + source));
            switch (n % 8) {
                case 0 -> events.add(EventsIT.event(key, "converted", lead, ",'at':" + march));
                case 1 -> events.add(EventsIT.event(key, "rejected", lead, ",'reason':'no_budget','at':" + march));
                case 2 -> events.add(EventsIT.event(key, "accepted", lead, ",'at':'2026-03-21T10:00:00Z'"));
                case 3 -> events.add(EventsIT.event(key, "voided", lead, ""));
                case 4 ->
                    events.add(EventsIT.event(
                            key, "feedback", lead, ",'verdict':'bad','reasons':['no_need','spam'],'at':" + march));
                case 5 -> {
                    events.add(EventsIT.event(key, "qualified", lead, ",'at':'2026-03-22T10:00:00Z'"));
                    events.add(EventsIT.event(key, "feedback", lead, ",'verdict':'good','at':" + march));
                }
                case 6 -> events.add(EventsIT.event(key, "lost", lead, ",'reason':'bad_timing','at':" + march));
                default -> {}
            }
        }
        events.add(EventsIT.event(key, "feedback", "never-in", ",'verdict':'good','at':'2026-03-28T10:00:00Z'"));
        api.here().events(events.toString()).is(200);
    }

    private long total(String query) {
        return server.get(path + "/leads?" + query).is(200).number("/total");
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "window=P1D&asOf=2026-03-25T00:00:00Z",
        "from=2026-03-01T00:00:00Z&to=2026-03-20T10:01:00Z",
        "filter=source:s1&filter=source:s0",
        "filter=source:",
        "from=2026-03-21T00:00:00Z"
    })
    void showsTheLeadsBehindEveryNumberOfAFunnel(String query) {
        JsonNode funnel = server.get(path + "/funnel?" + query).is(200).json();
        for (JsonNode stage : funnel.at("/stages")) {
            String at = "&at=" + stage.at("/key").asString() + "&" + query;
            for (String count : List.of("leads", "implied", "open", "out", "expired")) {
                assertThat(total("count=" + count + at))
                        .as(count + at)
                        .isEqualTo(stage.at("/" + count).asLong());
            }
        }
        for (String count : List.of("open", "out", "expired")) {
            assertThat(total("count=" + count + "&" + query))
                    .as(count)
                    .isEqualTo(funnel.at("/outcome/" + count).asLong());
        }
        assertThat(total("count=voided&" + query))
                .isEqualTo(funnel.at("/voided").asLong());
        for (JsonNode reason : funnel.at("/reasons")) {
            assertThat(total("count=out&reason=" + reason.at("/reason").asString() + "&" + query))
                    .isEqualTo(reason.at("/leads").asLong());
        }
    }

    @Test
    void showsTheLeadsBehindEveryNumberOfWhatHappened() {
        String query = "mode=activity&from=2026-03-21T00:00:00Z&to=2026-03-28T00:00:00Z";
        JsonNode funnel = server.get(path + "/funnel?" + query).is(200).json();
        for (JsonNode stage : funnel.at("/stages")) {
            assertThat(total("count=leads&at=" + stage.at("/key").asString() + "&" + query))
                    .isEqualTo(stage.at("/leads").asLong());
        }
        assertThat(funnel.propertyNames()).doesNotContain("outcome", "voided", "reasons");
    }

    @ParameterizedTest
    @CsvSource({"''", "from=2026-03-28T00:00:00Z&to=2026-03-29T05:00:00Z", "filter=source:s1"})
    void showsTheLeadsBehindEveryNumberOfFeedback(String query) {
        JsonNode feedback = server.get(path + "/feedback?" + query).is(200).json();
        for (String count : List.of("judged", "good", "bad", "handedOver", "answered")) {
            assertThat(total("count=" + count + "&" + query))
                    .as(count)
                    .isEqualTo(feedback.at("/" + count).asLong());
        }
        for (JsonNode reason : feedback.at("/badReasons")) {
            assertThat(total("count=bad&reason=" + reason.at("/reason").asString() + "&" + query))
                    .isEqualTo(reason.at("/leads").asLong());
        }
        assertThat(feedback.at("/judged").asLong())
                .isEqualTo(feedback.at("/good").asLong() + feedback.at("/bad").asLong())
                .isEqualTo(feedback.at("/stated").asLong()
                        + feedback.at("/implied").asLong());
    }

    @Test
    void cutsDaysInTheCampaignsZoneOverAClockChange() {
        JsonNode series =
                server.get(path + "/feedback?bucket=P1D").is(200).json().at("/series");
        assertThat(series.valueStream().map(each -> each.at("/from").asString()))
                .isSubsetOf(
                        "2026-03-26T23:00:00Z", "2026-03-27T23:00:00Z", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")
                .contains("2026-03-28T23:00:00Z");
        JsonNode weeks =
                server.get(path + "/feedback?bucket=P1W").is(200).json().at("/series");
        assertThat(weeks.valueStream().map(each -> each.at("/from").asString()))
                .containsExactly("2026-03-22T23:00:00Z");
        JsonNode feedback = server.get(path + "/feedback").is(200).json();
        long summed = feedback.at("/series")
                .valueStream()
                .mapToLong(each -> each.at("/good").asLong() + each.at("/bad").asLong())
                .sum();
        assertThat(summed).isEqualTo(feedback.at("/judged").asLong());
    }

    @Test
    void bringsEveryLeadOnceOverPages() {
        List<String> seen = new ArrayList<>();
        Reply page = server.get(path + "/leads?limit=7").is(200);
        while (true) {
            page.json().at("/leads").forEach(lead -> seen.add(lead.at("/lead").asString()));
            if (page.json().at("/next").isNull()) {
                break;
            }
            page = server.get(path + "/leads?limit=7&cursor=" + page.text("/next"))
                    .is(200);
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize((int) page.number("/total"));
        assertThat(seen.getLast()).isEqualTo("never-in");
    }

    @Test
    void showsALeadWithItsCardAndEvents() {
        String key = server.campaign();
        server.events(EventsIT.event(
                        key,
                        "captured",
                        "a b",
                        ",'card':{'name':'Ana'},'by':'Kim','comment':'hi','at':'2026-01-01T00:00:00Z'"))
                .is(200);
        Reply lead = server.get("/api/v1/campaigns/" + key + "/lead?id=a%20b").is(200);
        assertThat(Map.of("name", lead.text("/card/name"), "at", lead.text("/reached/captured")))
                .isEqualTo(Map.of("name", "Ana", "at", "2026-01-01T00:00:00Z"));
        assertThat(lead.json().at("/verdict").isNull()).isTrue();
        assertThat(lead.text("/events/0/by")).isEqualTo("Kim");
        server.get("/api/v1/campaigns/" + key + "/lead?id=nobody").isProblem(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/funnel?mode=x,mode",
        "/funnel?from=yesterday,from",
        "/funnel?window=P1M,window",
        "/funnel?window=P3661D,window",
        "/funnel?mode=activity&window=P1D,window",
        "/funnel?parts=all,parts",
        "/funnel?breakdown=A,breakdown",
        "/funnel?filter=source,filter",
        "/funnel?last=PT1H&from=2026-01-01T00:00:00Z,last",
        "/funnel?nonsense=1,nonsense",
        "/funnel/stream?mode=x,mode",
        "/feedback?bucket=PT13H,bucket",
        "/feedback?bucket=PT90S,bucket",
        "/leads?count=x,count",
        "/leads?count=leads&at=nowhere,at",
        "/leads?limit=501,limit",
        "/leads?cursor=x,cursor",
        "/lead,id"
    })
    void namesTheParameterThatIsWrong(String address, String parameter) {
        assertThat(server.get(path + address).isProblem(400).text("/parameter")).isEqualTo(parameter);
    }

    @Test
    void knowsNoReportOfAnUnknownCampaign() {
        for (String report : List.of("funnel", "funnel/stream", "feedback", "leads", "lead?id=a")) {
            server.get("/api/v1/campaigns/nowhere/" + report).isProblem(404);
        }
    }
}
