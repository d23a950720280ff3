package dev.tundish.dashboard.overview;

import dev.tundish.live.CampaignGlance;
import dev.tundish.live.Live;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The overview as text: rendered once, however many look, and of it only what changed. */
@Component
class OverviewPages {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Flux<OverviewPage> shared;

    OverviewPages(Live live) {
        this.shared = Flux.defer(() -> rendered(live)).replay(1).refCount(1, GRACE);
    }

    Flux<OverviewPage> all() {
        return shared;
    }

    private record Rendering(CampaignGlance of, OverviewPage.Row row) {}

    private static Flux<OverviewPage> rendered(Live live) {
        // Bounded by the number of campaigns; the stream is worked on by one thread at a time.
        Map<String, Rendering> known = new HashMap<>();
        return live.overview().map(overview -> {
            GlanceJson json = new GlanceJson(overview.campaigns());
            return new OverviewPage(
                    overview.completeTo().toEpochMilli(),
                    overview.campaigns().stream()
                            .map(glance -> known.compute(
                                            glance.campaign().key(),
                                            (_, before) -> before != null && before.of() == glance
                                                    ? before
                                                    : new Rendering(glance, json.row(glance)))
                                    .row())
                            .toList());
        });
    }
}
