package dev.tundish.intake;

import dev.tundish.journal.RejectCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/**
 * Counts events by what became of them: {@code received = accepted + duplicates + rejected}, always. An event counts when
 * it is answered for; one whose request failed as a whole (no key, no JSON, 503) counts nowhere, until it is sent again.
 */
final class IntakeCounters {

    private final Counter received;
    private final Counter accepted;
    private final Counter duplicates;
    private final Map<RejectCode, Counter> rejected = new EnumMap<>(RejectCode.class);

    IntakeCounters(MeterRegistry registry) {
        received = counter("tundish.events.received", "Events that were answered for")
                .register(registry);
        accepted =
                counter("tundish.events.accepted", "Events that were committed").register(registry);
        duplicates = counter("tundish.events.duplicates", "Events that were known already")
                .register(registry);
        for (RejectCode code : RejectCode.values()) {
            rejected.put(
                    code,
                    counter("tundish.events.rejected", "Events that were refused")
                            .tag("code", code.code())
                            .register(registry));
        }
    }

    private static Counter.Builder counter(String name, String description) {
        return Counter.builder(name).description(description);
    }

    /** Counts an answer that lists all of its rejects. */
    void count(Answer answer) {
        received.increment(answer.items());
        accepted.increment(answer.accepted());
        duplicates.increment(answer.duplicates());
        for (Reject reject : answer.rejected()) {
            Counter counter = rejected.get(reject.code());
            if (counter != null) {
                counter.increment();
            }
        }
    }
}
