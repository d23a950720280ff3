package dev.tundish.live;

import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.report.Pulse;
import dev.tundish.report.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Live}: one running stream a question. */
@Component
final class LiveStreams implements Live {

    private final LivePicture.Sources sources;
    private final LiveNews news;
    private final SharedStreams<FunnelKey, Versioned<FunnelReport>> funnels = new SharedStreams<>();
    private final SharedStreams<PageKey, CampaignPicture> pages = new SharedStreams<>();
    private final SharedStreams<Boolean, Overview> overviews = new SharedStreams<>();
    /** Stays when nobody looks: it is dear to make, and good for a while. */
    private final Outlooks outlooks;

    private record FunnelKey(int campaign, String name) {}

    private record PageKey(int campaign, View view) {}

    LiveStreams(LivePicture.Sources sources, Pulse pulse) {
        this.sources = sources;
        this.news = new LiveNews(sources);
        this.outlooks = new Outlooks(sources.reports(), pulse, sources.clock());
    }

    @Override
    public Flux<Versioned<FunnelReport>> funnel(int campaign, String name, LongFunction<FunnelQuestion> question) {
        return funnels.get(
                new FunnelKey(campaign, name),
                () -> new LiveFunnel(campaign, question, sources.reports(), sources.changes(), sources.clock())
                        .stream());
    }

    @Override
    public Flux<CampaignPicture> campaign(int campaign, View view) {
        return pages.get(new PageKey(campaign, view), () -> new LivePicture(campaign, view, sources, news).stream());
    }

    @Override
    public <T> Flux<Kept<T>> kept(int campaign, Duration pace, Function<Instant, Mono<T>> question) {
        return Flux.defer(
                () -> new LiveAnswer<>(campaign, pace, question, sources.changes(), sources.clock()).stream());
    }

    @Override
    public Flux<Overview> overview() {
        return overviews.get(true, () -> new LiveOverview(sources, outlooks).stream());
    }
}
