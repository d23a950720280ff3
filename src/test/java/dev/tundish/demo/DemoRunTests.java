package dev.tundish.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class DemoRunTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private final FakeApi api = new FakeApi();
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InstantSource clock = now::get;

    @AfterEach
    void close() {
        api.close();
    }

    private DemoRun run() {
        return new DemoRun(new DemoApi(api.address(), "a-key"), new DemoSettings(7, 1), clock);
    }

    private static void await(BooleanSupplier reached) {
        Flux.interval(Duration.ofMillis(20))
                .filter(_ -> reached.getAsBoolean())
                .next()
                .as(StepVerifier::create)
                .expectNextCount(1)
                .expectComplete()
                .verify(PATIENCE);
    }

    /** Everything that is due by now, with every id once. */
    private int due(Instant end) {
        Script script = new Script(7, new Acts(START, 1), Instant.EPOCH, Gap.NONE);
        Set<String> ids = script.due(end, Integer.MAX_VALUE).stream()
                .map(event -> event.campaign() + "/" + event.id())
                .collect(Collectors.toSet());
        return ids.size();
    }

    @Test
    void createsTheCampaignsAndSendsTheirHistoryInBoundedBatches() {
        int history = due(START);
        Disposable run = run().run().subscribe();
        await(() -> api.events.size() == history);
        run.dispose();
        assertThat(api.campaigns).containsOnlyKeys(Acts.PREDECESSOR, Acts.LAUNCH, Acts.SELF_SERVE, Acts.FAILING);
        assertThat(api.campaigns)
                .extractingByKey(Acts.LAUNCH)
                .extracting(launch -> launch.path("predecessor").asString())
                .isEqualTo(Acts.PREDECESSOR);
        assertThat(api.changes).containsOnlyKeys(Acts.FAILING);
        assertThat(api.changes)
                .extractingByKey(Acts.FAILING)
                .extracting(change -> change.path("at").asString())
                .isEqualTo(new Acts(START, 1).targetingChanged().toString());
        assertThat(api.largest.get()).isLessThanOrEqualTo(500);
    }

    @Test
    void losesNothingWhenTheApiIsFullForAWhile() {
        api.fullFor.set(5);
        int history = due(START);
        Disposable run = run().run().subscribe();
        await(() -> api.events.size() == history);
        run.dispose();
        assertThat(api.fullFor.get()).isZero();
    }

    @Test
    void goesOnWhereItStoppedAndRepeatsLittle() {
        int history = due(START);
        Disposable first = run().run().subscribe();
        await(() -> api.events.size() == history);
        first.dispose();
        int before = api.sent.get();
        now.set(START.plus(Duration.ofMinutes(40)));
        int wanted = due(now.get());
        Disposable second = run().run().subscribe();
        await(() -> api.events.size() == wanted);
        second.dispose();
        assertThat(api.sent.get() - before).isLessThan(wanted - before + 500);
    }

    @Test
    void stopsWhenItsKeyIsNoLongerGoodForAnything() {
        api.revoked = true;
        StepVerifier.create(run().run())
                .expectErrorSatisfies(failure -> assertThat(failure).isInstanceOf(DemoApi.Refused.class))
                .verify(PATIENCE);
    }
}
