package dev.tundish.journal.postgres;

import dev.tundish.journal.Outcome;
import dev.tundish.journal.RejectCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * What the journal counts. Of the events that it was given and has answered,
 * {@code received = accepted + duplicates + rejected}; the intake counts what it refuses before that under the same
 * names. Events of failed batches (database away) are in {@code tundish.journal.failed} alone: they come again.
 */
final class JournalMetrics {

    private final MeterRegistry registry;
    private final Counter accepted;
    private final Counter duplicates;
    private final Counter failed;
    private final Map<RejectCode, Counter> rejected = new EnumMap<>(RejectCode.class);
    private final DistributionSummary batch;
    private final Timer transaction;

    JournalMetrics(MeterRegistry registry) {
        this.registry = registry;
        accepted = registry.counter("tundish.journal.accepted");
        duplicates = registry.counter("tundish.journal.duplicates");
        failed = registry.counter("tundish.journal.failed");
        for (RejectCode code : RejectCode.values()) {
            rejected.put(code, registry.counter("tundish.journal.rejected", "code", code.code()));
        }
        batch = registry.summary("tundish.journal.batch");
        transaction = registry.timer("tundish.journal.transaction");
    }

    void count(Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted() -> accepted.increment();
            case Outcome.Duplicate() -> duplicates.increment();
            case Outcome.Rejected(RejectCode code, String _) ->
                rejected.getOrDefault(code, failed).increment();
        }
    }

    void failed(int events) {
        failed.increment(events);
    }

    void committed(int events, long nanos) {
        batch.record(events);
        transaction.record(nanos, TimeUnit.NANOSECONDS);
    }

    long nanoTime() {
        return registry.config().clock().monotonicTime();
    }

    void lane(int number, IntSupplier depth) {
        // Nobody else holds the supplier: without a strong reference it is collected, and the depth reads NaN.
        Gauge.builder("tundish.journal.lane.depth", depth, IntSupplier::getAsInt)
                .tag("lane", Integer.toString(number))
                .strongReference(true)
                .register(registry);
    }
}
