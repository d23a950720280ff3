package dev.tundish.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.funnel.FlowTrial.Group;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlowTrialTests {

    private static final Flow BEFORE = new Flow(List.of(
            Stage.of("captured", "New"), Stage.of("demo", "Demo"), Stage.of("trial", "Trial"), Stage.of("won", "Won")));
    private static final Flow AFTER = new Flow(List.of(
            Stage.of("captured", "New"), Stage.of("call", "Call"), Stage.of("trial", "Trial"), Stage.of("won", "Won")));

    /** 10 new ones, 5 who saw a demo (2 of them by that alone), 3 on trial straight away, 1 who bought. */
    private static final FlowTrial TRIAL = new FlowTrial(
            BEFORE,
            AFTER,
            40,
            List.of(
                    new Group(0b0001, 0b0001, 10),
                    new Group(0b0011, 0b0001, 3),
                    new Group(0b0010, 0b0000, 2),
                    new Group(0b0101, 0b0101, 3),
                    new Group(0b1011, 0b1001, 1)));

    @Test
    void countsEachStageNowAndThen() {
        assertThat(TRIAL.rows())
                .extracting(FlowTrial.Row::now, FlowTrial.Row::then, FlowTrial.Row::implied, FlowTrial.Row::standing)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(19L, 17L, 0L, 13L),
                        org.assertj.core.groups.Tuple.tuple(null, 4L, 4L, 0L),
                        org.assertj.core.groups.Tuple.tuple(4L, 4L, 1L, 3L),
                        org.assertj.core.groups.Tuple.tuple(1L, 1L, 0L, 1L));
    }

    @Test
    void saysWhereTheLeadsOfARemovedStageGo() {
        assertThat(TRIAL.removed()).singleElement().satisfies(removed -> {
            assertThat(removed.stage().key()).isEqualTo("demo");
            assertThat(removed.now()).isEqualTo(9);
            assertThat(removed.to()).isEqualTo(Map.of(-1, 2L, 0, 3L));
        });
        assertThat(TRIAL.fallOut()).isEqualTo(2);
        assertThat(TRIAL.comeIn()).isZero();
        assertThat(TRIAL.changesCounts()).isTrue();
    }

    @Test
    void changesNothingWhenOnlyWordsDiffer() {
        Flow renamed = new Flow(List.of(Stage.of("captured", "Fresh"), Stage.of("won", "Bought")));
        Flow was = new Flow(List.of(Stage.of("captured", "New"), Stage.of("won", "Won")));
        FlowTrial trial = new FlowTrial(was, renamed, 3, List.of(new Group(1, 1, 2), new Group(3, 3, 1)));
        assertThat(trial.changesCounts()).isFalse();
        assertThat(trial.removed()).isEmpty();
    }
}
