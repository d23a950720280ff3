package dev.tundish.journal.postgres;

import dev.tundish.campaign.Campaigns;
import dev.tundish.journal.DatabaseAway;
import dev.tundish.journal.Outcome;
import dev.tundish.journal.RejectCode;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes the batches of one lane, one after the other, and answers each entry. What fails never leaves it. */
final class LaneWriter {

    private static final Logger LOG = LoggerFactory.getLogger(LaneWriter.class);

    /** Longer than any lock is waited for; a connection that is silent for so long is given up. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final WriterConnection connection;
    private final Campaigns campaigns;
    private final KnownAttributes known;
    private final ErasedNames erased = new ErasedNames();
    private final Doorbell doorbell;
    private final JournalMetrics metrics;
    private final InstantSource clock;

    /** Failures in a row, for the pause after them. */
    private int failures;

    LaneWriter(
            WriterConnection connection,
            Campaigns campaigns,
            KnownAttributes known,
            Doorbell doorbell,
            JournalMetrics metrics,
            InstantSource clock) {
        this.connection = connection;
        this.campaigns = campaigns;
        this.known = known;
        this.doorbell = doorbell;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * What is left of a batch.
     *
     * @param away entries of campaigns that somebody else is writing to
     * @param again entries to be tried by the next batch
     */
    record Left(List<Slot> away, List<Slot> again) {
        static final Left NOTHING = new Left(List.of(), List.of());

        Left and(Left other) {
            List<Slot> a = new ArrayList<>(away);
            a.addAll(other.away);
            List<Slot> b = new ArrayList<>(again);
            b.addAll(other.again);
            return new Left(a, b);
        }
    }

    /** Writes the entries and answers them; what is left is not answered. Never fails. */
    Mono<Left> write(List<Slot> slots) {
        return attempt(slots, 1);
    }

    private Mono<Left> attempt(List<Slot> slots, int nth) {
        return Mono.defer(() -> {
                    long began = metrics.nanoTime();
                    return connection
                            .session()
                            .flatMap(session -> new BatchTransaction(
                                            session,
                                            campaigns,
                                            known,
                                            erased,
                                            clock.instant().truncatedTo(ChronoUnit.MICROS),
                                            slots)
                                    .run())
                            .timeout(PATIENCE)
                            .map(written -> answer(written, metrics.nanoTime() - began));
                })
                .onErrorResume(failure -> mend(slots, nth, failure));
    }

    private Left answer(BatchTransaction.Written written, long nanos) {
        failures = 0;
        Map<Slot, Outcome> outcomes = written.verdicts().outcomes();
        metrics.committed(outcomes.size(), nanos);
        doorbell.committed(written.versions());
        outcomes.forEach((slot, outcome) -> {
            metrics.count(outcome);
            slot.resolve(outcome);
        });
        return new Left(written.away(), written.verdicts().again());
    }

    private Mono<Left> mend(List<Slot> slots, int nth, Throwable failure) {
        return switch (Failure.of(failure)) {
            case IN_THE_WAY ->
                nth < TRIES
                        ? Mono.delay(PAUSE.multipliedBy(nth)).then(attempt(slots, nth + 1))
                        : giveUp(slots, failure);
            case REFUSED -> slots.size() > 1 ? split(slots) : refuse(slots.getFirst(), failure);
            case BROKEN -> slots.size() > 1 ? split(slots) : giveUp(slots, failure);
            case AWAY -> {
                connection.drop();
                yield giveUp(slots, failure).flatMap(left -> Mono.delay(pause()).thenReturn(left));
            }
        };
    }

    /** By campaign, then in halves: one stranger's row does not fail the others' batch. */
    private Mono<Left> split(List<Slot> slots) {
        Map<Integer, List<Slot>> byCampaign = new LinkedHashMap<>();
        slots.forEach(slot -> byCampaign
                .computeIfAbsent(slot.campaign(), _ -> new ArrayList<>())
                .add(slot));
        int half = slots.size() / 2;
        Iterable<List<Slot>> parts = byCampaign.size() > 1
                ? byCampaign.values()
                : List.of(slots.subList(0, half), slots.subList(half, slots.size()));
        return Flux.fromIterable(parts).concatMap(this::write).reduce(Left.NOTHING, Left::and);
    }

    private Mono<Left> refuse(Slot slot, Throwable failure) {
        LOG.warn("An event was refused by the database: {}", Failure.code(failure));
        Outcome outcome = new Outcome.Rejected(RejectCode.INVALID_FIELD, "the event cannot be stored");
        metrics.count(outcome);
        slot.resolve(outcome);
        return Mono.just(Left.NOTHING);
    }

    private Mono<Left> giveUp(List<Slot> slots, Throwable failure) {
        LOG.warn("A batch of {} events was not written: {}", slots.size(), Failure.code(failure));
        metrics.failed(slots.size());
        DatabaseAway away = new DatabaseAway(failure);
        slots.forEach(slot -> slot.fail(away));
        return Mono.just(Left.NOTHING);
    }

    private Duration pause() {
        failures = Math.min(failures + 1, 10);
        Duration pause = PAUSE.multipliedBy(1L << failures);
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    Mono<Void> close() {
        return connection.close();
    }
}
