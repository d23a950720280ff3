package dev.tundish.journal.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class JournalMetricsTests {

    private static final int TRIES = 1_000;

    @Test
    void tellsTheDepthOfALaneAlsoAfterACollectionOfGarbage() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        int[] waiting = {7};
        new JournalMetrics(registry).lane(3, () -> waiting[0]);

        collectGarbage();

        assertThat(registry.get("tundish.journal.lane.depth")
                        .tag("lane", "3")
                        .gauge()
                        .value())
                .isEqualTo(7);
    }

    private static void collectGarbage() {
        WeakReference<Object> witness = new WeakReference<>(new Object());
        for (int n = 0; witness.get() != null && n < TRIES; n++) {
            System.gc();
        }
        assertThat(witness.get()).isNull();
    }
}
