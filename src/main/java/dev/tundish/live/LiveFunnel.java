package dev.tundish.live;

import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.journal.Changes;
import dev.tundish.report.Reports;
import dev.tundish.report.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One campaign's funnel report, kept true. Times cost more than counts over many leads, so they are asked for at most
 * every 5 s, and the last ones stand beside newer counts until then.
 */
final class LiveFunnel {

    /** How often times are taken anew, at most; and how often a report is judged anew, at least. */
    static final Duration TIMES = Duration.ofSeconds(5);

    private final int campaign;
    private final LongFunction<FunnelQuestion> question;
    private final Reports reports;
    private final Changes changes;
    private final InstantSource clock;
    private @Nullable Instant timed;
    private @Nullable FunnelReport last;

    LiveFunnel(
            int campaign,
            LongFunction<FunnelQuestion> question,
            Reports reports,
            Changes changes,
            InstantSource clock) {
        this.campaign = campaign;
        this.question = question;
        this.reports = reports;
        this.changes = changes;
        this.clock = clock;
    }

    Flux<Versioned<FunnelReport>> stream() {
        Flux<Trigger> triggers = Flux.merge(
                changes.of(campaign).map(change -> new Trigger.Changed(change.version())),
                Flux.interval(TIMES).onBackpressureLatest().map(_ -> new Trigger.Passed()));
        return Conflation.answer(triggers, _ -> ask().retryWhen(Recovery.retry("live funnel")))
                .distinctUntilChanged();
    }

    private Mono<Versioned<FunnelReport>> ask() {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            FunnelQuestion whole = question.apply(ChronoUnit.MICROS.between(Instant.EPOCH, now));
            boolean timesNow = whole.times() && (timed == null || !now.isBefore(timed.plus(TIMES)));
            FunnelQuestion asked = whole.times() && !timesNow ? whole.withoutTimes() : whole;
            return reports.funnel(campaign, asked).map(answer -> {
                if (timesNow) {
                    timed = now;
                }
                FunnelReport report = last == null || !whole.times()
                        ? answer.value()
                        : answer.value().orTimesOf(last);
                last = report;
                return new Versioned<>(answer.version(), report);
            });
        });
    }
}
