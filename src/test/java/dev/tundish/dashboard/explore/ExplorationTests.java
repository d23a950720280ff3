package dev.tundish.dashboard.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.campaign.Definition;
import dev.tundish.dashboard.campaign.Sight;
import dev.tundish.dashboard.explore.Exploration.Choice;
import dev.tundish.dashboard.explore.Exploration.Found;
import dev.tundish.funnel.Cube;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.funnel.LeakReport.Leak;
import dev.tundish.funnel.ShiftReport;
import dev.tundish.funnel.TimesReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExplorationTests {

    private static final Definition CAMPAIGN = Samples.failing().definition();
    private static final Cube CUBE = Samples.failing(2_400);

    private static Found explore(Cube cube, Map<String, List<String>> address) {
        return new Exploration(CAMPAIGN, CAMPAIGN.rules(), Sight.of(address), null, Samples.NOW).of(cube);
    }

    @Test
    void findsTheStepThePairAndTheReasonByItself() {
        Found found = explore(CUBE, Map.of());
        assertThat(found.leaky().choice()).isEqualTo(Choice.EXCESS);
        assertThat(found.step()).isZero();
        Leak worst = found.leaks().leaks().getFirst();
        assertThat(worst.where()).containsOnly(Map.entry("source", "partner_network"), Map.entry("segment", "micro"));
        assertThat(worst.real()).isTrue();
        assertThat(worst.low()).isPositive();
        Found filtered = explore(CUBE, Map.of("filter", List.of("source:partner_network", "segment:micro")));
        assertThat(filtered.left().getFirst().reason()).isEqualTo("no_budget");
    }

    @Test
    void looksAtTheStepThatTheAddressNames() {
        Found found = explore(CUBE, Map.of("step", List.of("qualified"), "by", List.of("segment")));
        assertThat(found.leaky().choice()).isEqualTo(Choice.ASKED);
        assertThat(found.step()).isEqualTo(1);
        assertThat(found.by()).isEqualTo("segment");
        assertThat(found.left())
                .containsExactly(new FunnelReport.ReasonCount(
                        "no_need", found.left().getFirst().leads()));
    }

    @Test
    void theLastStageIsNoStepAndAnUnknownAttributeIsTheUsualOne() {
        Found found = explore(CUBE, Map.of("step", List.of("converted"), "by", List.of("nothing")));
        assertThat(found.leaky().choice()).isEqualTo(Choice.EXCESS);
        assertThat(found.by()).isEqualTo("source");
    }

    @Test
    void staysWithTheStepThatIsShownWhileTheNumbersMove() {
        Exploration.Leaky shown = new Exploration.Leaky(2, Choice.LOST);
        Found found = new Exploration(CAMPAIGN, CAMPAIGN.rules(), Sight.WHOLE, shown, Samples.NOW).of(CUBE);
        assertThat(found.leaky()).isEqualTo(shown);
        Sight other = Sight.of(Map.of("step", List.of("qualified")));
        assertThat(new Exploration(CAMPAIGN, CAMPAIGN.rules(), other, shown, Samples.NOW)
                        .of(CUBE)
                        .step())
                .as("the address comes first")
                .isEqualTo(1);
    }

    @Test
    void aFewLeadsAreNeverALeak() {
        Found found = explore(Samples.failing(24), Map.of());
        assertThat(found.leaky().choice()).isNotEqualTo(Choice.EXCESS);
        assertThat(found.leaks().leaks()).noneMatch(Leak::real);
    }

    @Test
    void anEmptyCampaignIsLookedAtWithoutComplaint() {
        Found found = explore(new Cube(CAMPAIGN.rules()), Map.of());
        assertThat(found.leaky().choice()).isEqualTo(Choice.FIRST);
        assertThat(found.by()).isNull();
        assertThat(found.shift()).isNull();
        assertThat(ExploreJson.of(Samples.failing(), Sight.WHOLE, List.of(), found, Samples.NOW))
                .contains("\"values\":[]");
    }

    @Test
    void theBreakdownShowsTheValuesBesideTheOnesThatAreFilteredBy() {
        Found found = explore(CUBE, Map.of("filter", List.of("source:google"), "by", List.of("source")));
        assertThat(found.values())
                .extracting(FunnelReport.Segment::value)
                .contains("google", "partner_network", "webinar");
        Found other = explore(CUBE, Map.of("filter", List.of("segment:micro"), "by", List.of("source")));
        assertThat(other.values().getFirst().stages().getFirst())
                .as("other filters hold")
                .isLessThan(found.values().getFirst().stages().getFirst());
    }

    @Test
    void everyNumberEqualsTheCountOfTheLeadsBehindItsLink() {
        for (Map<String, List<String>> address : List.of(
                Map.<String, List<String>>of(),
                Map.of("step", List.of("qualified")),
                Map.of("range", List.of("week"), "window", List.of("P2D")),
                Map.of("filter", List.of("segment:micro", "segment:small"), "window", List.of("none")),
                Map.of("range", List.of("today")))) {
            Found found = explore(CUBE, address);
            Behind behind = new Behind(address, found);
            behind.check(found.leaks().lost(), "lost", null, null, List.of());
            behind.check(found.leaks().moved(), "moved", null, null, List.of());
            behind.check(found.leaks().undecided(), "undecided", null, null, List.of());
            for (Leak leak : found.leaks().leaks()) {
                behind.check(leak.lost(), "lost", null, null, Behind.pairs(leak.where()));
                behind.check(leak.undecided(), "undecided", null, null, Behind.pairs(leak.where()));
            }
            for (FunnelReport.ReasonCount left : found.left()) {
                behind.check(left.leads(), "out", left.reason(), null, List.of());
            }
            for (TimesReport.Bar bar : found.times().bars()) {
                behind.next(bar);
            }
            for (FunnelReport.Segment segment : found.values()) {
                for (int k = 0; k < segment.stages().size(); k++) {
                    behind.value(segment, k);
                }
            }
            ShiftReport shift = found.shift();
            assertThat(shift).isNotNull();
            if (shift != null) {
                shift.parts().forEach(behind::part);
            }
        }
    }

    /** The addresses that the page makes, and the leads behind them. */
    private record Behind(Map<String, List<String>> address, Found found) {

        static List<String> pairs(Map<String, @Nullable String> where) {
            return where.entrySet().stream()
                    .map(one -> one.getKey() + ":" + (one.getValue() == null ? "" : one.getValue()))
                    .toList();
        }

        private void check(
                long number, String count, @Nullable String reason, @Nullable String took, List<String> where) {
            Map<String, List<String>> asked = base(where);
            asked.put("count", List.of(count));
            asked.put("at", List.of(key(found.step())));
            if (reason != null) {
                asked.put("reason", List.of(reason));
            }
            assertThat(total(asked)).as("%s", asked).isEqualTo(number);
        }

        private void next(TimesReport.Bar bar) {
            Map<String, List<String>> asked = base(List.of());
            asked.put("count", List.of("took"));
            asked.put("at", List.of(key(found.step() + 1)));
            asked.put("took", List.of((long) bar.fromSeconds() + "-" + (long) bar.toSeconds()));
            assertThat(total(asked)).as("%s", asked).isEqualTo(bar.leads());
        }

        private void value(FunnelReport.Segment segment, int stage) {
            Map<String, List<String>> asked =
                    base(List.of(found.by() + ":" + (segment.value() == null ? "" : segment.value())));
            asked.put("count", List.of("leads"));
            asked.put("at", List.of(key(stage)));
            assertThat(total(asked)).as("%s", asked).isEqualTo(segment.stages().get(stage));
        }

        private void part(ShiftReport.Part part) {
            ExploreJson.Period after =
                    PeriodWords.of(found.periods().from(), found.periods().to(), CAMPAIGN.zone());
            ExploreJson.Period before = PeriodWords.of(
                    found.periods().earlierFrom(), found.periods().earlierTo(), CAMPAIGN.zone());
            assertThat(total(period(part, after, null))).as("after %s", part).isEqualTo(part.leadsAfter());
            assertThat(total(period(
                            part, before, PeriodWords.local(found.periods().until(), CAMPAIGN.zone()))))
                    .as("before %s", part)
                    .isEqualTo(part.leadsBefore());
        }

        private Map<String, List<String>> period(
                ShiftReport.Part part, ExploreJson.Period time, @Nullable String until) {
            Map<String, List<String>> asked =
                    base(List.of(found.by() + ":" + (part.value() == null ? "" : part.value())));
            asked.remove("range");
            asked.put("from", List.of(time.addressFrom()));
            if (time.addressTo() != null) {
                asked.put("to", List.of(time.addressTo()));
            }
            if (until != null) {
                asked.put("until", List.of(until));
            }
            asked.put("count", List.of("leads"));
            asked.put("at", List.of(key(found.step())));
            return asked;
        }

        /** As {@code address.ts} does: a segment takes the place of what was filtered by the same attribute. */
        private Map<String, List<String>> base(List<String> where) {
            Map<String, List<String>> asked = new java.util.LinkedHashMap<>(address);
            asked.remove("step");
            asked.remove("by");
            asked.put("mode", List.of("cohort"));
            List<String> filters = new ArrayList<>(address.getOrDefault("filter", List.of()));
            for (String pair : where) {
                filters.removeIf(kept -> kept.startsWith(pair.substring(0, pair.indexOf(':') + 1)));
                filters.add(pair);
            }
            asked.put("filter", filters);
            return asked;
        }

        private static String key(int stage) {
            return CAMPAIGN.flow().stages().get(stage).key();
        }

        private static long total(Map<String, List<String>> asked) {
            return CUBE.leads(Chosen.leads(CAMPAIGN, Sight.of(asked), Samples.NOW), null, 1)
                    .total();
        }
    }

    @Test
    void thePageIsGivenCountsAndNoLead() {
        Sight sight = Sight.of(Map.of("range", List.of("today"), "step", List.of("captured")));
        String json = ExploreJson.of(Samples.failing(), sight, List.of(), explore(CUBE, sight.said()), Samples.NOW);
        JsonNode page = JsonMapper.builder().build().readTree(json);
        assertThat(page.at("/query").asString())
                .as("the links count leads who came in, whatever is usual today")
                .isEqualTo("?range=today&mode=cohort&step=captured");
        assertThat(page.at("/stages/0/label").asString()).isEqualTo("New leads");
        assertThat(page.has("leads")).isFalse();
    }
}
