package dev.tundish.api.reports;

import dev.tundish.access.ApiKey;
import dev.tundish.access.Keys;
import dev.tundish.api.http.Gate;
import dev.tundish.api.http.Problem;
import dev.tundish.api.http.Query;
import dev.tundish.api.http.Refusal;
import dev.tundish.campaign.Campaign;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.lifecycle.Shutdown;
import dev.tundish.live.Live;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A funnel report as server-sent events (contract, 4). A reader that is slow gets the latest, not all: the queue before it
 * holds one report. It ends when the node stops or the key is revoked.
 */
@Component
final class FunnelStream {

    /** A comment line at least every 5 s, so that a proxy or a reader knows that the line lives. */
    private static final Duration COMMENT = Duration.ofSeconds(4);

    private final Live live;
    private final Keys keys;
    private final Shutdown shutdown;
    private final InstantSource clock;
    private final Renderings renderings = new Renderings();

    FunnelStream(Live live, Keys keys, Shutdown shutdown, InstantSource clock) {
        this.live = live;
        this.keys = keys;
        this.shutdown = shutdown;
        this.clock = clock;
    }

    Mono<ServerResponse> answer(ServerRequest request, Campaign campaign) {
        LongFunction<FunnelQuestion> question =
                new ReportParameters(Query.of(request).only(ReportParameters.FUNNEL)).funnel();
        FunnelQuestion now = question.apply(ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
        String name = name(request);
        String known = request.headers().firstHeader("Last-Event-ID");
        ApiKey key = Gate.key(request);
        Flux<ServerSentEvent<String>> reports = live.funnel(campaign.id(), name, question)
                .map(answer -> renderings.of(campaign, name, now, answer))
                .onBackpressureLatest()
                .switchOnFirst((first, all) -> first.hasValue()
                                && first.get() != null
                                && first.get().id().equals(known)
                        ? all.skip(1)
                        : all)
                .map(Renderings.Rendered::event)
                .onErrorMap(
                        IllegalArgumentException.class,
                        e -> new Refusal(Problem.parameter("breakdown", "cannot be answered: " + e.getMessage())));
        Flux<ServerSentEvent<String>> comments = Flux.interval(COMMENT)
                .onBackpressureDrop()
                .map(_ -> ServerSentEvent.<String>builder().comment("live").build());
        Flux<ServerSentEvent<String>> events =
                Flux.merge(reports, comments).takeUntilOther(shutdown.begun()).takeUntilOther(keys.revoked(key));
        return ServerResponse.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(BodyInserters.fromServerSentEvents(events));
    }

    /** The same parameters in whatever order share one stream. */
    private static String name(ServerRequest request) {
        String raw = request.uri().getRawQuery();
        return raw == null
                ? ""
                : Arrays.stream(raw.split("&")).sorted().distinct().collect(Collectors.joining("&"));
    }
}
