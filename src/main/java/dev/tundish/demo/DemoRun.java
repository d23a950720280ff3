package dev.tundish.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** One run of the demo: creates what is missing, sends the history, then what happens, as it happens. */
final class DemoRun {

    private static final Logger log = LoggerFactory.getLogger(DemoRun.class);
    /** One request carries at most so many events. */
    private static final int BATCH = 500;
    /** When nothing is due it looks again after at most this long, so that a clock that was set is noticed. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final DemoApi api;
    private final DemoSettings settings;
    private final InstantSource clock;

    DemoRun(DemoApi api, DemoSettings settings, InstantSource clock) {
        this.api = api;
        this.settings = settings;
        this.clock = clock;
    }

    /** Runs without an end; fails only when the API refuses it for good. */
    Mono<Void> run() {
        return acts().flatMap(acts -> campaigns(acts)
                .then(Resume.find(api, acts, clock.instant()))
                .flatMap(resume -> play(new Script(settings.seed(), acts, resume.from(), resume.gap()))));
    }

    /** Laid around the moment at which the demo first started on this data folder: the launch tells it. */
    private Mono<Acts> acts() {
        return api.campaign(Acts.LAUNCH)
                .map(DemoRun::launchedAt)
                .map(launched -> launched.plus(Acts.LAUNCHED_BEFORE))
                .defaultIfEmpty(clock.instant().truncatedTo(ChronoUnit.SECONDS))
                .map(live -> new Acts(live, settings.speed()));
    }

    private static Instant launchedAt(JsonNode campaign) {
        return OffsetDateTime.parse(campaign.path("launchedAt").asString()).toInstant();
    }

    /** Creates those that are not there; what people changed stays. */
    private Mono<Void> campaigns(Acts acts) {
        return Flux.fromIterable(acts.all())
                .concatMap(act -> api.campaign(act.key()).switchIfEmpty(create(act, acts)))
                .then();
    }

    /** With what marketing did in it, before or after. */
    private Mono<JsonNode> create(Act act, Acts acts) {
        return api.create(act.key(), act.definition())
                .flatMap(made -> Flux.fromIterable(acts.changes(act.key()))
                        .concatMap(change -> api.change(act.key(), change))
                        .then(Mono.just(made)));
    }

    private Mono<Void> play(Script script) {
        return Mono.defer(() -> next(script)).repeat().then();
    }

    private Mono<Void> next(Script script) {
        Instant now = clock.instant();
        var due = script.due(now, BATCH);
        if (due.isEmpty()) {
            Duration pause = Duration.between(now, script.nextAt());
            return Mono.delay(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE)
                    .then();
        }
        return api.send(due)
                .doOnNext(refused -> {
                    if (refused > 0) {
                        log.warn("{} of {} of the demo's events were refused", refused, due.size());
                    }
                })
                .then();
    }
}
