package dev.tundish.intake;

import dev.tundish.campaign.Campaigns;
import dev.tundish.journal.Entry;
import dev.tundish.journal.Journal;
import dev.tundish.journal.LaneFull;
import dev.tundish.journal.Outcome;
import dev.tundish.journal.RejectCode;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The one way in, for whoever brings events: hands what is valid to the journal and puts the verdicts together, in the
 * order of the items.
 */
@Component
public final class Intake {

    private static final int LOOKUPS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Campaigns campaigns;
    private final Journal journal;
    private final IntakeCounters counters;

    public Intake(Campaigns campaigns, Journal journal, MeterRegistry registry) {
        this.campaigns = campaigns;
        this.journal = journal;
        this.counters = new IntakeCounters(registry);
    }

    /** What is ready for the journal, and what is not. */
    public record Prepared(List<Item.Valid> valid, List<Entry> entries, List<Reject> rejects) {}

    /** Looks the campaigns up. */
    public Mono<Prepared> prepare(List<Item> items) {
        List<Item.Valid> valid = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        for (Item item : items) {
            switch (item) {
                case Item.Refused(Reject reject) -> rejects.add(reject);
                case Item.Valid event -> valid.add(event);
            }
        }
        return Flux.fromStream(valid.stream().map(Item.Valid::campaign).distinct())
                .flatMap(name -> campaigns.idOf(name).map(number -> Map.entry(name, number)), LOOKUPS)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(numbers -> prepared(valid, rejects, numbers));
    }

    private static Prepared prepared(List<Item.Valid> all, List<Reject> rejects, Map<String, Integer> numbers) {
        List<Item.Valid> valid = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (Item.Valid event : all) {
            Integer number = numbers.get(event.campaign());
            if (number == null) {
                rejects.add(new Reject(
                        event.index(), event.sentId(), RejectCode.UNKNOWN_CAMPAIGN, EventParser.UNKNOWN_CAMPAIGN));
            } else {
                valid.add(event);
                entries.add(event.entry(number));
            }
        }
        return new Prepared(valid, entries, rejects);
    }

    /** Commits, and answers for each. The work and its counting go on when the sender leaves. */
    public Mono<Answer> commit(Prepared prepared) {
        return commit(prepared, false);
    }

    /** The same, but waits (for a bounded time) while the lanes are full. */
    public Mono<Answer> commitPatiently(Prepared prepared) {
        return commit(prepared, true);
    }

    /** What became of each that was ready, in their order; as patient. For who must know more than the sums. */
    public Mono<List<Outcome>> outcomes(Prepared prepared) {
        return committed(prepared, true);
    }

    private Mono<Answer> commit(Prepared prepared, boolean patiently) {
        return committed(prepared, patiently).map(outcomes -> answer(prepared, outcomes));
    }

    private Mono<List<Outcome>> committed(Prepared prepared, boolean patiently) {
        Mono<List<Outcome>> append =
                prepared.entries().isEmpty() ? Mono.just(List.of()) : journal.append(prepared.entries());
        Mono<List<Outcome>> appended = patiently ? append.retryWhen(whileFull()) : append;
        return Mono.defer(() -> Mono.fromFuture(
                appended.doOnNext(outcomes -> counters.count(answer(prepared, outcomes)))
                        .toFuture(),
                true));
    }

    private static Retry whileFull() {
        Duration first = Duration.ofMillis(20);
        Duration most = Duration.ofMillis(500);
        return Retry.backoff(PATIENCE.dividedBy(most), first)
                .maxBackoff(most)
                .filter(LaneFull.class::isInstance)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure());
    }

    private static Answer answer(Prepared prepared, List<Outcome> outcomes) {
        long accepted = 0;
        long duplicates = 0;
        List<Reject> rejects = new ArrayList<>(prepared.rejects());
        for (int n = 0; n < outcomes.size(); n++) {
            Item.Valid event = prepared.valid().get(n);
            switch (outcomes.get(n)) {
                case Outcome.Accepted() -> accepted++;
                case Outcome.Duplicate() -> {
                    // An id that the server made is known only when this very entry was tried before.
                    if (event.givenId()) {
                        duplicates++;
                    } else {
                        accepted++;
                    }
                }
                case Outcome.Rejected(RejectCode code, String detail) ->
                    rejects.add(new Reject(event.index(), event.sentId(), code, detail));
            }
        }
        List<Reject> sorted =
                rejects.stream().sorted(Comparator.comparingLong(Reject::index)).collect(Collectors.toList());
        return new Answer(accepted, duplicates, sorted.size(), sorted);
    }
}
