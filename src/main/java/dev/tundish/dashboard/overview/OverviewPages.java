package dev.tundish.dashboard.overview;

import dev.tundish.dashboard.Page;
import dev.tundish.dashboard.Shared;
import dev.tundish.live.CampaignGlance;
import dev.tundish.live.Live;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The overview as text: rendered once, however many look. */
@Component
class OverviewPages {

    private final Shared<String> shared;

    OverviewPages(Live live, InstantSource clock) {
        this.shared = new Shared<>(_ -> live.overview()
                .map(glances -> new Page(
                        GlanceJson.of(glances),
                        glances.stream()
                                .map(CampaignGlance::completeTo)
                                .min(Comparator.naturalOrder())
                                .map(Instant::toEpochMilli)
                                .orElseGet(clock::millis))));
    }

    Flux<Page> all() {
        return shared.of("all");
    }
}
