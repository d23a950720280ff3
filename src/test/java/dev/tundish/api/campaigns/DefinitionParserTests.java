package dev.tundish.api.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tundish.api.http.JsonObject;
import dev.tundish.api.http.Refusal;
import dev.tundish.campaign.Definition;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionParserTests {

    private static Definition parse(String json) {
        return DefinitionParser.parse(
                "spring", JsonObject.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    private static Definition with(String members) {
        return parse("{'name':'Spring','template':'sales-assisted'," + members + "}");
    }

    /** The fields that are named as wrong. */
    private static List<String> wrong(String json) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> parse(json));
        assertThat(refusal).as(json).isNotNull();
        assertThat(refusal.problem().status()).isEqualTo(400);
        return ((List<?>) java.util.Objects.requireNonNull(
                        refusal.problem().more().get("errors")))
                .stream()
                        .map(each -> String.valueOf(((java.util.Map<?, ?>) each).get("field")))
                        .toList();
    }

    @Test
    void needsANameAndAFlowAlone() {
        assertThat(wrong("{}")).containsExactlyInAnyOrder("name", "flow");
        Definition least = parse("{'name':'Spring','template':'self-serve'}");
        assertThat(least.flow()).isEqualTo(Flow.SELF_SERVE);
        assertThat(least.handover()).isNull();
        assertThat(least.window()).isEqualTo(Duration.ofDays(14));
        assertThat(least.targets()).isEmpty();
        assertThat(least.reasons()).isEmpty();
    }

    @Test
    void handsOverAtQualifiedWhereSalesAccepts() {
        Definition usual = parse("{'name':'Spring','template':'sales-assisted'}");
        assertThat(usual.handover()).isEqualTo("qualified");
        assertThat(usual.window()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void takesNullAsNoHandOver() {
        Definition none = with("'handover':null");
        assertThat(none.handover()).isNull();
        assertThat(none.window()).isEqualTo(Duration.ofDays(14));
        assertThat(with("'handover':'accepted'").handover()).isEqualTo("accepted");
    }

    @Test
    void prefersTheFlowToTheTemplate() {
        Definition own = with("'flow':[{'key':'a','label':'First'},{'key':'b','label':'A label for walls'}]");
        assertThat(own.flow().stages()).hasSize(2);
        assertThat(own.template()).isNull();
        assertThat(own.flow().stages().get(1).shortLabel())
                .hasSizeLessThanOrEqualTo(12)
                .startsWith("A label");
    }

    @Test
    void readsAllThatItMayHave() {
        Definition full = with("'zone':'Europe/Amsterdam','channel':'paid search',"
                + "'launchedAt':'2026-11-23T09:00:00+01:00','endsAt':null,'budget':{'amount':'5000','currency':'EUR'},"
                + "'targets':{'captured':500,'converted':0},'predecessor':'winter-launch','window':'P2W',"
                + "'reasons':[{'key':'not_icp','label':'Not ours','quality':true},{'key':'b','label':'B'}],"
                + "'owner':'ana@example.org','tags':['b2b','2026'],'archived':true,"
                + "'promise':'Firms of 50 and more,\\nwith a budget','spend':{'amount':'12.5','currency':'EUR'}");
        assertThat(full.owner()).isEqualTo("ana@example.org");
        assertThat(full.tags()).containsExactly("b2b", "2026");
        assertThat(full.archived()).isTrue();
        assertThat(full.promise()).isEqualTo("Firms of 50 and more,\nwith a budget");
        assertThat(full.spend()).isEqualTo(new Money(new BigDecimal("12.5"), "EUR"));
        assertThat(full.launchedAt()).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
        assertThat(full.zone().getId()).isEqualTo("Europe/Amsterdam");
        assertThat(full.targets()).containsEntry("captured", 500L).containsEntry("converted", 0L);
        assertThat(full.predecessor()).isEqualTo("winter-launch");
        assertThat(full.window()).isEqualTo(Duration.ofDays(14));
        assertThat(full.reasons().stream().map(Definition.OwnReason::quality)).containsExactly(true, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'key':'other'|key",
                "'template':'x'|template",
                "'zone':'Mars/Base'|zone",
                "'zone':'+01:00'|zone",
                "'channel':5|channel",
                "'launchedAt':'2026-11-23'|launchedAt",
                "'launchedAt':'2026-11-23T09:00:00Z','endsAt':'2026-11-23T09:00:00Z'|endsAt",
                "'budget':{'amount':5000,'currency':'EUR'}|budget",
                "'budget':{'amount':'5000','currency':'XYZ'}|budget",
                "'targets':[]|targets",
                "'targets':{'nowhere':1}|targets",
                "'targets':{'captured':1.5}|targets.captured",
                "'targets':{'captured':-1}|targets.captured",
                "'targets':{'captured':'5'}|targets.captured",
                "'predecessor':'No Key'|predecessor",
                "'handover':'nowhere'|handover",
                "'window':'P1M'|window",
                "'window':'PT0S'|window",
                "'window':'P3661D'|window",
                "'flow':[{'key':'a','label':'A'}]|flow",
                "'flow':'a,b'|flow",
                "'flow':[5,{'key':'b','label':'B'}]|flow[0]",
                "'flow':[{'key':'A','label':'A'},{'key':'b','label':'B'}]|flow[0].key",
                "'flow':[{'key':'a','label':'A'},{'key':'a','label':'B'}]|flow[1].key",
                "'flow':[{'key':'a'},{'key':'b','label':'B'}]|flow[0].label",
                "'flow':[{'key':'a','label':'A','short':'Thirteen char'},{'key':'b','label':'B'}]|flow[0].short",
                "'reasons':{}|reasons",
                "'reasons':[{'key':'No','label':'x'}]|reasons[0]",
                "'reasons':[{'key':'a','label':'x'},{'key':'a','label':'y'}]|reasons[1].key",
                "'reasons':[{'key':'a','label':'x','quality':'yes'}]|reasons[0].quality",
                "'owner':''|owner",
                "'owner':7|owner",
                "'tags':'b2b'|tags",
                "'tags':['B2B']|tags[0]",
                "'tags':['a','a']|tags[1]",
                "'tags':['a',5]|tags[1]",
                "'archived':'yes'|archived",
                "'promise':' '|promise",
                "'promise':['x']|promise",
                "'spend':{'amount':'-5','currency':'EUR'}|spend",
                "'flow':7,'targets':{'captured':5}|flow"
            })
    void namesTheFieldThatIsWrong(String members, String field) {
        assertThat(wrong("{'name':'Spring','template':'sales-assisted'," + members + "}"))
                .containsExactly(field);
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        assertThat(
                        wrong(
                                "{'name':'','flow':[{'key':'A','label':''},{'key':'b','label':'B'}],'zone':5,'tags':['X'],'handover':'b'}"))
                .containsExactlyInAnyOrder("name", "flow[0].key", "zone", "tags[0]");
        assertThat(wrong("{'name':'x','template':'self-serve','promise':'" + "x".repeat(2_001) + "'}"))
                .containsExactly("promise");
        assertThat(wrong("{'name':'x','template':'self-serve','tags':["
                        + IntStream.range(0, 21).mapToObj(n -> "'t" + n + "'").collect(Collectors.joining(",")) + "]}"))
                .containsExactly("tags");
    }

    @Test
    void holdsTheBoundsOfAFlow() {
        assertThat(with("'flow':" + flow(10, "x".repeat(64))).flow().stages()).hasSize(10);
        assertThat(wrong("{'name':'x','flow':" + flow(11, "x") + "}")).containsExactly("flow");
        assertThat(wrong("{'name':'x','flow':" + flow(2, "x".repeat(65)) + "}"))
                .containsExactly("flow[0].label", "flow[1].label");
    }

    private static String flow(int stages, String label) {
        return IntStream.range(0, stages)
                .mapToObj(n -> "{'key':'s" + n + "','label':'" + label + "'}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
