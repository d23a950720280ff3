package dev.tundish.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import reactor.core.publisher.Mono;

/**
 * Where a demo that ran before goes on. Sendings are acknowledged in their order, so everything is there that was to be
 * sent before the newest lead of the launch came in; that moment is found by asking for the leads since a time, half by
 * half. What was sent after it is sent again, and is known by its ids.
 *
 * @param from the first moment whose sendings are sent
 * @param gap a long absence, which is not filled
 */
record Resume(Instant from, Gap gap) {

    /** A shorter absence is made up for, as a sender's program would. */
    private static final Duration MADE_UP = Duration.ofHours(24);

    private static final Duration CLOSE = Duration.ofMinutes(1);

    /** From the beginning. */
    static final Resume START = new Resume(Instant.EPOCH, Gap.NONE);

    static Mono<Resume> find(DemoApi api, Acts acts, Instant now) {
        Instant launched = acts.live().minus(Acts.LAUNCHED_BEFORE).truncatedTo(ChronoUnit.MINUTES);
        return api.leadsSince(Acts.LAUNCH, launched)
                .filter(leads -> leads > 0)
                .flatMap(_ -> newest(api, launched, now))
                .map(newest -> after(newest, now))
                .defaultIfEmpty(START);
    }

    /** @param some there are leads since then; @param none there are none since then */
    private static Mono<Instant> newest(DemoApi api, Instant some, Instant none) {
        if (Duration.between(some, none).compareTo(CLOSE) <= 0) {
            return Mono.just(some);
        }
        Instant middle = some.plus(Duration.between(some, none).dividedBy(2));
        return api.leadsSince(Acts.LAUNCH, middle)
                .flatMap(leads -> leads > 0 ? newest(api, middle, none) : newest(api, some, middle));
    }

    private static Resume after(Instant newest, Instant now) {
        // The API truncates times to the minute: the newest lead is up to two minutes on from here.
        Instant from = newest.truncatedTo(ChronoUnit.MINUTES);
        Instant absent = from.plus(CLOSE.multipliedBy(3));
        Instant madeUp = now.minus(MADE_UP);
        return new Resume(from, absent.isBefore(madeUp) ? new Gap(absent, madeUp) : Gap.NONE);
    }
}
