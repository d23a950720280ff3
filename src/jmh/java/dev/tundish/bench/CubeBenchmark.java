package dev.tundish.bench;

import dev.tundish.funnel.Cube;
import dev.tundish.funnel.Filter;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.funnel.JourneyState;
import dev.tundish.funnel.LeadEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Scans of a cube of a million leads. */
@State(Scope.Benchmark)
public class CubeBenchmark {

    private static final int LEADS = 1_000_000;
    private static final long AS_OF = LEADS * 5_000_000L + 30 * Samples.DAY;

    private Cube cube = new Cube(Samples.RULES);

    @Setup
    public void fill() {
        cube = new Cube(Samples.RULES);
        int lead = 0;
        for (List<LeadEvent> events : Samples.leads(LEADS)) {
            cube.put(lead++, JourneyState.fold(Samples.RULES, events).journey());
        }
    }

    private FunnelReport ask(@Nullable Long window, boolean times, @Nullable String breakdown) {
        return cube.funnel(new FunnelQuestion(
                FunnelQuestion.Mode.COHORT, null, null, window, AS_OF, true, times, breakdown, Filter.NONE));
    }

    @Benchmark
    public FunnelReport counts() {
        return ask(null, false, null);
    }

    @Benchmark
    public FunnelReport countsInAWindow() {
        return ask(7 * Samples.DAY, false, null);
    }

    @Benchmark
    public FunnelReport countsByAttribute() {
        return ask(null, false, "source");
    }

    @Benchmark
    public FunnelReport countsAndTimes() {
        return ask(null, true, null);
    }
}
