package dev.tundish.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.funnel.LeadsQuestion.By;
import dev.tundish.funnel.LeadsQuestion.Sort;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Leads in every order, page by page. */
class LeadOrderTests {

    private static Function<Journey, @Nullable Double> what(By by) {
        return switch (by) {
            case FIRST -> j -> j.stage() < 0 ? null : Double.valueOf(j.reached()[0]);
            case REACHED -> j -> j.stage() < 0 ? null : Double.valueOf(j.reached()[j.stage()]);
            case STAGE -> j -> j.stage() < 0 ? null : Double.valueOf(j.stage());
            case VALUE -> j -> j.value() == null ? null : j.value().amount().doubleValue();
            case VERDICT_AT ->
                j -> j.verdict() == null ? null : Double.valueOf(j.verdict().at());
        };
    }

    @Test
    void leadsStandByWhatIsAskedForThoseWithoutItLastAndEqualsByNumber() {
        for (long seed = 0; seed < 60; seed++) {
            RandomCampaign c = RandomCampaign.of(seed);
            LeadsQuestion all = new LeadsQuestion(FunnelQuestion.whole(0), null, null, null);
            for (By by : By.values()) {
                for (boolean descending : List.of(true, false)) {
                    Comparator<Double> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
                    Comparator<Integer> wanted = Comparator.comparing(
                                    (Integer lead) ->
                                            what(by).apply(c.brute().journeys().get(lead)),
                                    Comparator.nullsLast(order))
                            .thenComparing(Comparator.naturalOrder());
                    assertThat(c.pages(all.sorted(new Sort(by, descending)), 60))
                            .as("seed %d, %s, descending %s", seed, by, descending)
                            .isSortedAccordingTo(wanted);
                }
            }
        }
    }

    @Test
    void pageIsTheFirstOfThemHoweverFewItHolds() {
        RandomCampaign c = RandomCampaign.of(1);
        for (By by : By.values()) {
            LeadsQuestion question =
                    new LeadsQuestion(FunnelQuestion.whole(0), null, null, null).sorted(new Sort(by, true));
            List<Integer> all = c.cube().leads(question, null, 100).leads();
            Cube.Page one = c.cube().leads(question, null, 1);
            assertThat(one.leads()).containsExactly(all.getFirst());
            assertThat(c.cube()
                            .leads(question, Objects.requireNonNull(one.next()), 1)
                            .leads())
                    .containsExactly(all.get(1));
        }
    }
}
