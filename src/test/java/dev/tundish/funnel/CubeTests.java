package dev.tundish.funnel;

import static dev.tundish.funnel.SmallCampaign.IN;
import static dev.tundish.funnel.SmallCampaign.at;
import static dev.tundish.funnel.SmallCampaign.by;
import static dev.tundish.funnel.SmallCampaign.cohort;
import static dev.tundish.funnel.SmallCampaign.lost;
import static dev.tundish.funnel.SmallCampaign.said;
import static dev.tundish.funnel.SmallCampaign.with;
import static dev.tundish.funnel.SmallCampaign.won;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keeping journeys in columns. */
class CubeTests {

    private static final Rules RULES = new Rules(Flow.SELF_SERVE, -1, Map.of());

    private final Cube cube = new Cube(RULES);

    private static Journey of(LeadEvent... events) {
        return JourneyState.fold(RULES, List.of(events)).journey();
    }

    @Test
    void numberWithoutALeadHasNoJourneyAndIsInNoReport() {
        cube.put(40, of(at(1, IN)));
        assertThat(cube.size()).isEqualTo(41);
        assertThat(cube.journey(39)).isNull();
        assertThat(cube.journey(41)).isNull();
        assertThat(cube.journey(-1)).isNull();
        FunnelReport report = cube.funnel(cohort(null, null));
        assertThat(report.stages().getFirst().leads()).isEqualTo(1);
        assertThat(cube.leads(new LeadsQuestion(cohort(null, null), null, null, null), null, 9)
                        .leads())
                .containsExactly(40);
    }

    @Test
    void newerJourneyTakesTheWholePlaceOfTheOlder() {
        Journey rich = of(
                with(Map.of("source", "a", "region", "x"), 3, IN),
                won(2, "10", "EUR"),
                at(5, said(Mark.GOOD, "referral")),
                at(6, SmallCampaign.VOIDED));
        Journey poor = of(with(Map.of("source", "b"), 4, lost("other")));
        cube.put(0, rich);
        assertThat(cube.journey(0)).isEqualTo(rich);
        cube.put(0, poor);
        assertThat(cube.journey(0)).isEqualTo(poor);
        assertThat(cube.attributes()).isEqualTo(Map.of("source", 1));
        cube.put(0, rich);
        assertThat(cube.journey(0)).isEqualTo(rich);
    }

    @Test
    void timesAreExactToTheMicrosecondHoweverFarApart() {
        Journey journey = of(
                new LeadEvent("a", -1, IN, null, Map.of()),
                new LeadEvent("b", 4_102_444_800_000_001L, new Happening.Qualified(), null, Map.of()));
        cube.put(0, journey);
        assertThat(cube.journey(0)).isEqualTo(journey);
    }

    @Test
    void valueThatNobodyHasAnyMoreIsNoSegment() {
        cube.put(0, of(with(Map.of("source", "old"), 1, IN)));
        cube.put(1, of(with(Map.of("source", "kept"), 1, IN)));
        cube.put(0, of(with(Map.of("source", "new"), 1, IN)));
        assertThat(cube.funnel(by("source")).segments())
                .extracting(FunnelReport.Segment::value)
                .containsExactly("kept", "new");
    }

    @Test
    void moreThan65536ValuesStayApart() {
        for (int lead = 0; lead < 70_000; lead++) {
            cube.put(lead, of(with(Map.of("click", "c" + lead), 1, IN)));
        }
        for (int lead : new int[] {0, 254, 255, 256, 65_534, 65_535, 65_536, 69_999}) {
            Journey journey = requireNonNull(cube.journey(lead));
            assertThat(journey.attributes()).containsExactly(Map.entry("click", "c" + lead));
        }
    }

    @Test
    void trimmedCubeHoldsWhatItHeldAndTakesMore() {
        for (int lead = 0; lead < 1_000; lead++) {
            cube.put(lead, of(with(Map.of("source", "s" + lead % 7), lead, IN), at(lead + 1, said(Mark.GOOD))));
        }
        long roomy = cube.bytes();
        Journey before = requireNonNull(cube.journey(999));
        cube.trim();
        assertThat(cube.bytes()).isLessThan(roomy);
        assertThat(cube.journey(999)).isEqualTo(before);
        Journey more = of(with(Map.of("source", "s1", "region", "x"), 5, IN), at(6, lost("other")));
        cube.put(1_000, more);
        assertThat(cube.journey(1_000)).isEqualTo(more);
        assertThat(cube.journey(0)).isNotNull();
        assertThat(cube.funnel(cohort(null, null)).stages().getFirst().leads()).isEqualTo(1_001);
    }

    @Test
    void weighsMoreWithMoreLeads() {
        long empty = cube.bytes();
        for (int lead = 0; lead < 1_000; lead++) {
            cube.put(lead, of(at(lead, IN)));
        }
        assertThat(cube.bytes()).isBetween(empty + 3 * 8 * 1_000, empty + 96 * 1_000);
    }
}
