package dev.tundish.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tundish.campaign.Campaigns;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.LeadsQuestion;
import dev.tundish.report.Reports;
import dev.tundish.report.Versioned;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

/** The contract's section 4 over HTTP: trend, leaks, shift, times, bridge, comparison, and the leads behind each number. */
class StepReportsIT {

    @RegisterExtension
    static final ApiServer api = new ApiServer();

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String LATER = "from=2026-03-09T00:00:00Z&to=2026-03-16T00:00:00Z";

    private static String path = "";
    private static String before = "";

    private final ApiServer.Running server = api.here();

    /** Two weeks of leads from two sources, of which one fares worse in the second, and a campaign before them. */
    @BeforeAll
    static void fill() {
        String older = api.here().campaign("'template':'self-serve','launchedAt':'2026-02-01T00:00:00Z'");
        String key = api.here()
                .campaign("'template':'self-serve','launchedAt':'2026-03-01T00:00:00Z'"
                        + ",'targets':{'captured':100,'qualified':70}");
        path = "/api/v1/campaigns/" + key;
        before = older;
        List<String> events = new ArrayList<>();
        for (int n = 0; n < 160; n++) {
            boolean later = n % 2 == 1;
            boolean partner = n % 4 > 1;
            String day = "2026-03-" + (later ? "1" : "0") + n % 5 + "T0" + n % 10 + ":30:00Z";
            lead(events, key, n, later ? day.replace("-10T", "-15T") : day.replace("-00T", "-05T"), partner, later);
            lead(events, older, n, "2026-02-0" + (n % 5 + 1) + "T08:00:00Z", partner, false);
        }
        api.here().events(events.toString()).is(200);
    }

    private static void lead(List<String> events, String key, int n, String at, boolean partner, boolean worse) {
        String source = ",'attributes':{'source':'" + (partner ? "partner" : "search") + "'}";
        events.add(EventsIT.event(key, "captured", "lead-" + n, ",'at':'" + at + "'" + source));
        int luck = n / 4 % 5;
        if (luck < (partner && worse ? 1 : 3)) {
            String hour = at.replace(":30:00Z", ":59:00Z").replace("T08:00:00Z", "T09:00:00Z");
            events.add(EventsIT.event(key, "qualified", "lead-" + n, ",'at':'" + hour + "'"));
            if (n % 3 == 0) {
                events.add(EventsIT.event(key, "converted", "lead-" + n, ",'at':'2026-03-20T00:00:00Z'"));
            }
        } else if (luck != 4) {
            events.add(EventsIT.event(key, "lost", "lead-" + n, ",'reason':'no_budget','at':'2026-03-21T00:00:00Z'"));
        }
    }

    private JsonNode get(String report) {
        return server.get(path + report).is(200).json();
    }

    private long total(String query) {
        return server.get(path + "/leads?" + query).is(200).number("/total");
    }

    @ParameterizedTest
    @CsvSource({"''", "window=P2D&", "mode=activity&", "filter=source:partner&"})
    void cutsTheFunnelInDaysWithTheSameLeads(String view) {
        JsonNode trend = get("/trend?bucket=P1D&" + view + LATER);
        JsonNode funnel = get("/funnel?parts=counts&" + view + LATER);
        for (int k = 0; k < 3; k++) {
            String cell = "/leads/" + k;
            assertThat(trend.at("/series")
                            .valueStream()
                            .mapToLong(c -> c.at(cell).asLong())
                            .sum())
                    .isEqualTo(funnel.at("/stages/" + k + "/leads").asLong())
                    .isNotNegative();
        }
        assertThat(trend.at("/stages/1").asString()).isEqualTo("qualified");
        assertThat(trend.at("/series")).hasSizeGreaterThan(3);
    }

    @Test
    void findsTheSegmentThatLeaksAndItsLeads() {
        JsonNode leaks = get("/leaks?stage=captured&pairs=true&" + LATER);
        JsonNode worst = leaks.at("/leaks/0");
        assertThat(worst.at("/where/source").asString()).isEqualTo("partner");
        assertThat(worst.at("/real").asBoolean()).isTrue();
        assertThat(worst.at("/low").asDouble()).isPositive();
        for (String count : List.of("leads", "moved", "lost", "undecided")) {
            String query = "count=" + count + "&at=captured&" + LATER;
            assertThat(total(query)).as(count).isEqualTo(leaks.at("/" + count).asLong());
            assertThat(total(query + "&filter=source:partner"))
                    .as(count)
                    .isEqualTo(worst.at("/" + count).asLong());
        }
        assertThat(get("/leaks?stage=captured&by=source&by=nothing")
                        .at("/looked")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void splitsWhatChangedSinceTheWeekBefore() {
        JsonNode shift = get("/shift?stage=captured&by=source&" + LATER);
        assertThat(shift.at("/before/from").asString()).isEqualTo("2026-03-02T00:00:00Z");
        assertThat(shift.at("/change").asDouble())
                .isNegative()
                .isCloseTo(shift.at("/mix").asDouble() + shift.at("/rate").asDouble(), within(1e-12));
        assertThat(shift.at("/parts/0/value").asString()).isEqualTo("partner");
        assertThat(shift.at("/parts/0/leadsAfter").asLong())
                .isEqualTo(total("count=leads&at=captured&filter=source:partner&" + LATER));
        JsonNode named = get("/shift?stage=captured&by=source&before.from=2026-03-02T00:00:00Z"
                + "&before.to=2026-03-09T00:00:00Z&" + LATER);
        assertThat(named.at("/rateBefore")).isEqualTo(shift.at("/rateBefore"));
    }

    @Test
    void drawsHowLongAStepTook() {
        JsonNode times = get("/times?stage=qualified");
        assertThat(times.at("/p50").asDouble()).isEqualTo(29 * 60);
        assertThat(total("count=took&at=qualified"))
                .isEqualTo(times.at("/leads").asLong());
        long all = 0;
        for (JsonNode bar : times.at("/bars")) {
            all += bar.at("/leads").asLong();
            assertThat(total("count=took&at=qualified&tookFrom="
                            + bar.at("/from").asLong() + "&tookTo="
                            + bar.at("/to").asLong()))
                    .isEqualTo(bar.at("/leads").asLong());
        }
        assertThat(all).isEqualTo(times.at("/leads").asLong()).isPositive();
    }

    @Test
    void leadsFromWhoCameInToWhatHappened() {
        String view = "window=P30D&" + LATER;
        JsonNode cohort = get("/funnel?" + view);
        JsonNode activity = get("/funnel?mode=activity&" + LATER);
        JsonNode bridge = get("/bridge?" + view);
        for (int k = 0; k < 3; k++) {
            JsonNode row = bridge.at("/stages/" + k);
            assertThat(row.at("/cohort")).isEqualTo(cohort.at("/stages/" + k + "/leads"));
            assertThat(row.at("/activity")).isEqualTo(activity.at("/stages/" + k + "/leads"));
            for (String count : List.of("after", "earlier", "late")) {
                assertThat(total("count=" + count + "&at=" + row.at("/key").asString() + "&" + view))
                        .isEqualTo(row.at("/" + count).asLong());
            }
        }
        assertThat(bridge.at("/stages/2/after").asLong()).isPositive();
    }

    @Test
    void standsBesideTheWeekBeforeAnotherCampaignAndTheTarget() {
        JsonNode previous = get("/comparison?with=previous&" + LATER);
        assertThat(previous.at("/with/from").asString()).isEqualTo("2026-03-02T00:00:00Z");
        assertThat(previous.at("/stages/1/previous/points").asDouble()).isNegative();
        assertThat(previous.at("/stages/1/previous/word").asString()).isNotEqualTo("tooEarly");
        JsonNode then = get("/funnel?parts=counts&from=2026-03-02T00:00:00Z&to=2026-03-09T00:00:00Z&until="
                + previous.at("/with/until").asString());
        assertThat(previous.at("/stages/1/other")).isEqualTo(then.at("/stages/1/leads"));
        JsonNode campaign = get("/comparison?with=campaign:" + before);
        assertThat(campaign.at("/with/campaign").asString()).isEqualTo(before);
        assertThat(campaign.at("/stages/0/other").asLong()).isEqualTo(160);
        JsonNode target = get("/comparison?with=target");
        assertThat(target.at("/stages/1/other").asLong()).isEqualTo(70);
        assertThat(target.at("/stages/1/otherOfPrevious").asDouble()).isEqualTo(0.7);
        assertThat(target.at("/stages/2/other").isNull()).isTrue();
    }

    @Test
    void countsAsItStood() {
        String then = "until=2026-03-10T12:00:00Z";
        JsonNode funnel = get("/funnel?" + then);
        assertThat(funnel.at("/stages/0/leads").asLong()).isBetween(1L, 159L);
        assertThat(funnel.at("/stages/2/leads").asLong()).isZero();
        for (JsonNode stage : funnel.at("/stages")) {
            for (String count : List.of("leads", "open", "out", "expired")) {
                assertThat(total("count=" + count + "&at=" + stage.at("/key").asString() + "&" + then))
                        .isEqualTo(stage.at("/" + count).asLong());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"first", "-first", "reached", "-reached", "stage", "-stage", "value", "verdictAt", "-verdictAt"})
    void bringsEveryLeadOnceInEveryOrder(String sort) {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get("/leads?limit=30&sort=" + sort + cursor);
            page.at("/leads").forEach(lead -> seen.add(lead.at("/lead").asString()));
            cursor = page.at("/next").isNull()
                    ? ""
                    : "&cursor=" + page.at("/next").asString();
        } while (!cursor.isEmpty());
        assertThat(seen).doesNotHaveDuplicates().hasSize(160);
        String next = get("/leads?limit=30&sort=" + sort).at("/next").asString();
        String other = sort.equals("stage") ? "reached" : "stage";
        assertThat(server.get(path + "/leads?sort=" + other + "&cursor=" + next)
                        .isProblem(400)
                        .text("/parameter"))
                .isEqualTo("cursor");
    }

    @Test
    void knowsALeadByANumberThatSaysNothingOfIt() {
        Reports reports = server.node.core().getBean(Reports.class);
        int campaign = server.node
                .core()
                .getBean(Campaigns.class)
                .idOf(path.substring(path.lastIndexOf('/') + 1))
                .blockOptional(PATIENCE)
                .orElseThrow();
        LeadsQuestion all = new LeadsQuestion(FunnelQuestion.whole(0), null, null, null);
        Reports.LeadPage page =
                reports.leads(campaign, all, null, 500).blockOptional(PATIENCE).orElseThrow();
        assertThat(page.leads()).hasSize(160);
        for (Reports.Lead lead : page.leads().subList(0, 5)) {
            StepVerifier.create(reports.leadName(campaign, lead.number()))
                    .expectNext(lead.lead())
                    .expectComplete()
                    .verify(PATIENCE);
            StepVerifier.create(reports.leadNumber(campaign, lead.lead()))
                    .expectNext(lead.number())
                    .expectComplete()
                    .verify(PATIENCE);
            StepVerifier.create(reports.ask(campaign, (_, cube) -> cube.journey(lead.number()))
                            .map(Versioned::value))
                    .expectNext(lead.journey())
                    .expectComplete()
                    .verify(PATIENCE);
        }
        StepVerifier.create(reports.leadName(campaign, 1_000_000))
                .expectComplete()
                .verify(PATIENCE);
        StepVerifier.create(reports.leadNumber(campaign, "nobody"))
                .expectComplete()
                .verify(PATIENCE);
        StepVerifier.create(reports.leadNames(campaign, List.of(0, 1_000_000)).map(Map::size))
                .expectNext(1)
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void listsTheAttributes() {
        assertThat(get("/attributes").at("/attributes/source").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "/trend?bucket=PT13H,bucket",
        "/trend?breakdown=source,breakdown",
        "/leaks,stage",
        "/leaks?stage=nowhere,stage",
        "/leaks?stage=converted,stage",
        "/leaks?stage=captured&mode=activity,mode",
        "/leaks?stage=captured&pairs=yes,pairs",
        "/leaks?stage=captured&by=A,by",
        "/shift?stage=captured&last=P7D,by",
        "/shift?stage=captured&by=source,before.from",
        "/shift?stage=converted&by=source&last=P7D,stage",
        "/shift?stage=captured&by=source&before.from=x,before.from",
        "/shift?stage=captured&by=source&before.from=2026-01-02T00:00:00Z&before.to=2026-01-01T00:00:00Z,before.from",
        "/times?stage=captured,stage",
        "/times?stage=qualified&mode=activity,mode",
        "/times,stage",
        "/bridge?until=never,until",
        "/comparison,with",
        "/comparison?with=last-year,with",
        "/comparison?with=previous,with",
        "/comparison?with=campaign:nowhere,with",
        "/attributes?from=2026-01-01T00:00:00Z,from",
        "/leads?sort=name,sort",
        "/leads?count=took,at",
        "/leads?count=after,at",
        "/leads?count=moved&at=captured&mode=activity,count",
        "/leads?tookFrom=1,tookFrom",
        "/leads?count=took&at=qualified&tookTo=soon,tookTo"
    })
    void namesTheParameterThatIsWrong(String address, String parameter) {
        assertThat(server.get(path + address).isProblem(400).text("/parameter")).isEqualTo(parameter);
    }

    @Test
    void knowsNoReportOfAnUnknownCampaign() {
        for (String report : List.of(
                "trend",
                "leaks?stage=captured",
                "shift?stage=captured&by=source",
                "times?stage=qualified",
                "bridge",
                "comparison?with=target",
                "attributes")) {
            server.get("/api/v1/campaigns/nowhere/" + report).isProblem(404);
        }
    }
}
