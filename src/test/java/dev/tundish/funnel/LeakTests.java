package dev.tundish.funnel;

import static dev.tundish.funnel.SmallCampaign.IN;
import static dev.tundish.funnel.SmallCampaign.QUALIFIED;
import static dev.tundish.funnel.SmallCampaign.at;
import static dev.tundish.funnel.SmallCampaign.cohort;
import static dev.tundish.funnel.SmallCampaign.lost;
import static dev.tundish.funnel.SmallCampaign.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Which segments a step loses. */
class LeakTests {

    private final SmallCampaign campaign = new SmallCampaign(Flow.SELF_SERVE, -1);

    private void leads(int moved, int lost, int open, Map<String, String> attributes) {
        for (int n = 0; n < moved; n++) {
            campaign.lead(with(attributes, 1, IN), at(2, QUALIFIED));
        }
        for (int n = 0; n < lost; n++) {
            campaign.lead(with(attributes, 1, IN), at(2, lost("no_budget")));
        }
        for (int n = 0; n < open; n++) {
            campaign.lead(with(attributes, 1, IN));
        }
    }

    private LeakReport leaks(boolean pairs, String... keys) {
        return campaign.cube.leaks(new LeakQuestion(cohort(null, null), 0, List.of(keys), pairs));
    }

    @Test
    void segmentThatLosesTheMostMoreThanOthersComesFirstAndIsReal() {
        leads(300, 100, 50, Map.of("source", "search"));
        leads(200, 70, 50, Map.of("source", "social"));
        leads(40, 160, 10, Map.of("source", "partner"));
        LeakReport report = leaks(false);
        LeakReport.Leak worst = report.leaks().getFirst();
        assertThat(worst.where()).isEqualTo(Map.of("source", "partner"));
        assertThat(List.of(worst.leads(), worst.moved(), worst.lost(), worst.undecided()))
                .containsExactly(210L, 40L, 160L, 10L);
        // At the others' rate, 170 of 670, it would have lost 50.7 of its 200.
        assertThat(worst.excess()).isBetween(109.2, 109.3);
        assertThat(worst.low()).isPositive();
        assertThat(worst.real()).isTrue();
        assertThat(report.looked()).isEqualTo(3);
    }

    @Test
    void segmentOfThreeLeadsNeverComesFirst() {
        leads(50, 60, 0, Map.of("source", "search"));
        leads(60, 50, 0, Map.of("source", "social"));
        leads(0, 3, 0, Map.of("source", "three"));
        leads(0, 29, 400, Map.of("source", "nearly"));
        List<LeakReport.Leak> leaks = leaks(false).leaks();
        assertThat(leaks).extracting(l -> l.where().get("source")).startsWith("search", "social");
        assertThat(leaks).extracting(LeakReport.Leak::early).containsExactly(false, false, true, true);
        assertThat(leaks).filteredOn(LeakReport.Leak::early).noneMatch(LeakReport.Leak::real);
    }

    @Test
    void nobodyIsLostWhoseTimeIsOpen() {
        leads(50, 50, 0, Map.of("source", "old"));
        leads(50, 50, 5_000, Map.of("source", "new"));
        assertThat(leaks(false).leaks()).allMatch(leak -> leak.excess() == 0 && !leak.real());
    }

    @Test
    void pairThatLeaksIsFoundWhereNeitherHalfShowsItAlone() {
        for (String source : List.of("a", "b", "c", "d")) {
            for (String segment : List.of("small", "large")) {
                boolean leaks = source.equals("b") && segment.equals("small");
                leads(leaks ? 10 : 80, leaks ? 90 : 20, 0, Map.of("source", source, "segment", segment));
            }
        }
        LeakReport.Leak worst = leaks(true).leaks().getFirst();
        assertThat(worst.where()).isEqualTo(Map.of("source", "b", "segment", "small"));
        assertThat(worst.real()).isTrue();
        assertThat(leaks(false).leaks()).allMatch(leak -> leak.where().size() == 1);
        assertThat(leaks(true, "source").leaks()).allMatch(leak -> leak.where().containsKey("source"));
    }

    @Test
    void segmentOfEverybodyAndPairThatIsOneOfItsHalvesAreNotSegments() {
        leads(50, 50, 0, Map.of("source", "a", "medium", "cpc", "brand", "ours"));
        leads(50, 50, 0, Map.of("source", "b", "medium", "mail", "brand", "ours"));
        assertThat(leaks(true).leaks())
                .extracting(LeakReport.Leak::where)
                .containsExactlyInAnyOrder(
                        Map.of("source", "a"),
                        Map.of("source", "b"),
                        Map.of("medium", "cpc"),
                        Map.of("medium", "mail"));
    }

    @Test
    void leadsWithoutTheAttributeAreASegmentToo() {
        leads(90, 10, 0, Map.of("source", "a"));
        leads(10, 90, 0, Map.of());
        Map<String, String> without = new HashMap<>();
        without.put("source", null);
        assertThat(leaks(false).leaks().getFirst().where()).isEqualTo(without);
    }

    @Test
    void amongThousandsOfSegmentsThatAreAlikeHardlyEverOneIsCalledReal() {
        int fooled = 0;
        int segments = 0;
        for (int run = 0; run < 40; run++) {
            SplittableRandom random = new SplittableRandom(run);
            Cube cube = new Cube(new Rules(Flow.SELF_SERVE, -1, Map.of()));
            for (int lead = 0; lead < 6_000; lead++) {
                Map<String, String> attributes = new HashMap<>();
                for (String key : List.of("source", "segment", "region")) {
                    attributes.put(key, "v" + random.nextInt(9));
                }
                boolean moves = random.nextInt(3) == 0;
                cube.put(
                        lead,
                        JourneyState.fold(
                                        new Rules(Flow.SELF_SERVE, -1, Map.of()),
                                        List.of(with(attributes, 1, IN), at(2, moves ? QUALIFIED : lost("no_budget"))))
                                .journey());
            }
            LeakReport report = cube.leaks(new LeakQuestion(cohort(null, null), 0, List.of(), true));
            segments += report.looked();
            fooled += report.leaks().stream().anyMatch(LeakReport.Leak::real) ? 1 : 0;
        }
        assertThat(segments).isGreaterThan(40 * 200);
        assertThat(fooled).isLessThanOrEqualTo(5);
    }

    @Test
    void keyOfOver1000ValuesIsNoSegmentation() {
        leads(90, 10, 0, Map.of("source", "a"));
        for (int n = 0; n < 1_001; n++) {
            leads(1, 0, 0, Map.of("source", "b", "ad", "ad " + n));
        }
        assertThat(leaks(true).leaks()).allMatch(leak -> leak.where().keySet().equals(Set.of("source")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> leaks(false, "ad"))
                .withMessageContaining("ad")
                .withMessageContaining("1,001");
    }

    @Test
    void lastStageLosesNobody() {
        leads(1, 1, 1, Map.of());
        FunnelQuestion all = cohort(null, null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> campaign.cube.leaks(new LeakQuestion(all, 2, List.of(), false)))
                .withMessageContaining("stage");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LeakQuestion(SmallCampaign.activity(null, null), 0, List.of(), false));
        assertThat(campaign.cube
                        .leaks(new LeakQuestion(all, 1, List.of(), true))
                        .leads())
                .isEqualTo(1);
    }
}
