package dev.tundish.bench;

import dev.tundish.funnel.JourneyState;
import dev.tundish.funnel.LeadEvent;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The fold: events taken into their leads' states, and the states in their binary form. Per event, and per lead. */
@State(Scope.Benchmark)
public class FoldBenchmark {

    private static final int LEADS = 1000;

    private List<List<LeadEvent>> leads = List.of();
    private List<JourneyState> states = List.of();
    private List<byte[]> encoded = List.of();

    @Setup
    public void prepare() {
        leads = Samples.leads(LEADS);
        states = leads.stream().map(FoldBenchmark::fold).toList();
        encoded = states.stream().map(JourneyState::encode).toList();
    }

    private static JourneyState fold(List<LeadEvent> events) {
        JourneyState state = JourneyState.empty(Samples.RULES);
        for (LeadEvent event : events) {
            state.absorb(event);
        }
        return state;
    }

    /** Three events a lead in the mean ({@link Samples}), to the journey that follows from them. */
    @Benchmark
    @OperationsPerInvocation(3 * LEADS)
    public void eventsFolded(Blackhole hole) {
        for (List<LeadEvent> events : leads) {
            hole.consume(fold(events).journey());
        }
    }

    @Benchmark
    @OperationsPerInvocation(LEADS)
    public void statesEncoded(Blackhole hole) {
        for (JourneyState state : states) {
            hole.consume(state.encode());
        }
    }

    @Benchmark
    @OperationsPerInvocation(LEADS)
    public void statesDecoded(Blackhole hole) {
        for (byte[] bytes : encoded) {
            hole.consume(JourneyState.decode(Samples.RULES, bytes));
        }
    }
}
