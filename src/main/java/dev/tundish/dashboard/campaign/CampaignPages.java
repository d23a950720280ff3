package dev.tundish.dashboard.campaign;

import dev.tundish.dashboard.Page;
import dev.tundish.dashboard.Shared;
import dev.tundish.live.CampaignPicture;
import dev.tundish.live.Live;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** A campaign's pictures as text: rendered once, however many look. */
@Component
class CampaignPages {

    private final Live live;
    private final Shared<Key> shared = new Shared<>(this::rendered);

    CampaignPages(Live live) {
        this.live = live;
    }

    private record Key(int campaign, Sight sight) {}

    private record Rendering(CampaignPicture of, String json) {

        private boolean stillShows(CampaignPicture next) {
            return of.campaign() == next.campaign()
                    && of.version() == next.version()
                    && of.funnel() == next.funnel()
                    && of.feedback() == next.feedback()
                    && of.perMinute() == next.perMinute()
                    && of.newest() == next.newest();
        }
    }

    Flux<Page> of(int campaign, Sight sight) {
        return shared.of(new Key(campaign, sight));
    }

    private Flux<Page> rendered(Key key) {
        Range range = key.sight().range();
        return Flux.defer(() -> {
            AtomicReference<@Nullable Rendering> last = new AtomicReference<>();
            return live.campaign(key.campaign(), range.view(key.sight().mode())).map(picture -> {
                Rendering before = last.get();
                String json =
                        before != null && before.stillShows(picture) ? before.json() : PictureJson.of(picture, range);
                last.set(new Rendering(picture, json));
                return new Page(json, picture.completeTo().toEpochMilli());
            });
        });
    }
}
