package dev.tundish.report.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.funnel.Cube;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Readers of one cube that is behind. */
class WarmCubeTests {

    private static final Rules RULES = new Rules(Flow.SALES_ASSISTED, 1, Map.of());

    private final WarmCube warm = new WarmCube(RULES, new Cube(RULES), new CubeLoader.Head(1, 1, 1));
    private final List<String> heard = new ArrayList<>();

    @Test
    void whoJoinedARunThatBeganTooEarlyBeginsAnother() {
        Sinks.One<Boolean> first = Sinks.one();
        Sinks.One<Boolean> second = Sinks.one();

        warm.catchingUp(first.asMono()).subscribe(_ -> heard.add("first"));
        warm.catchingUp(Mono.error(new AssertionError("one run at a time")))
                .flatMap(_ -> warm.catchingUp(second.asMono()))
                .subscribe(_ -> heard.add("second"));

        first.tryEmitValue(true);
        assertThat(heard).containsExactly("first");
        second.tryEmitValue(true);
        assertThat(heard).containsExactly("first", "second");
    }

    @Test
    void aRunThatFailedIsOver() {
        warm.catchingUp(Mono.error(new IllegalStateException("away")))
                .onErrorComplete()
                .subscribe();

        warm.catchingUp(Mono.just(true)).subscribe(_ -> heard.add("again"));

        assertThat(heard).containsExactly("again");
    }
}
