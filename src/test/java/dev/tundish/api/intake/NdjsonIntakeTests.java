package dev.tundish.api.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.tundish.access.ApiKey;
import dev.tundish.access.Keys;
import dev.tundish.access.Scope;
import dev.tundish.api.http.Refusal;
import dev.tundish.campaign.Campaigns;
import dev.tundish.intake.Intake;
import dev.tundish.journal.Journal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class NdjsonIntakeTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final ApiKey KEY =
            new ApiKey(UUID.randomUUID(), "form", "tnd_aaaaaa", Set.of(Scope.INGEST), null, null, NOW);

    private final Keys keys = mock(Keys.class);
    private final NdjsonIntake intake = new NdjsonIntake(
            new Intake(mock(Campaigns.class), mock(Journal.class), new SimpleMeterRegistry()),
            new RateLimits(1_000),
            keys,
            new Notes((source, at, heard, refused) -> Mono.empty(), InstantSource.fixed(NOW)),
            InstantSource.fixed(NOW));

    @Test
    void breaksAStreamWhoseKeyIsRevoked() {
        Sinks.Empty<Void> revoked = Sinks.empty();
        when(keys.revoked(any())).thenReturn(revoked.asMono());
        Flux<byte[]> endless =
                Flux.just("no JSON\n".getBytes(StandardCharsets.UTF_8)).concatWith(Flux.never());
        StepVerifier.create(intake.read(KEY, endless))
                .assertNext(part -> assertThat(part).isInstanceOf(NdjsonIntake.Part.Kept.class))
                .then(revoked::tryEmitEmpty)
                .assertNext(part -> {
                    assertThat(part).isInstanceOf(NdjsonIntake.Part.Broken.class);
                    Throwable fault = ((NdjsonIntake.Part.Broken) part).fault();
                    assertThat(fault).isInstanceOf(Refusal.class);
                    assertThat(((Refusal) fault).problem().status()).isEqualTo(401);
                })
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void readsToTheEndWithAKeyInForce() {
        when(keys.revoked(any())).thenReturn(Mono.never());
        StepVerifier.create(intake.read(KEY, Flux.just("no JSON".getBytes(StandardCharsets.UTF_8))))
                .assertNext(part -> assertThat(part).isInstanceOf(NdjsonIntake.Part.Kept.class))
                .expectComplete()
                .verify(PATIENCE);
    }
}
