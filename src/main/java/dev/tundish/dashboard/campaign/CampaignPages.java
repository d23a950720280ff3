package dev.tundish.dashboard.campaign;

import dev.tundish.dashboard.Page;
import dev.tundish.dashboard.Shared;
import dev.tundish.live.CampaignPicture;
import dev.tundish.live.Live;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** A campaign's pictures as text: rendered once, however many look. */
@Component
class CampaignPages {

    private final Live live;
    private final Yardsticks yardsticks;
    private final Besides besides;
    private final Shared<Key> shared = new Shared<>(this::rendered);

    CampaignPages(Live live, Yardsticks yardsticks, Besides besides) {
        this.live = live;
        this.yardsticks = yardsticks;
        this.besides = besides;
    }

    private record Key(int campaign, Sight sight, boolean names) {}

    /** The funnel's picture with its yardstick, and what follows it at a slower pace. */
    Flux<Page> of(int campaign, Sight sight, boolean names) {
        return Flux.merge(shared.of(new Key(campaign, sight.base(), names)), besides.of(campaign, sight));
    }

    private record Beside(CampaignPicture picture, @Nullable Yardstick yardstick) {

        private boolean stillShows(Beside next) {
            return picture.campaign() == next.picture().campaign()
                    && picture.version() == next.picture().version()
                    && picture.funnel() == next.picture().funnel()
                    && picture.feedback() == next.picture().feedback()
                    && picture.newest() == next.picture().newest()
                    && yardstick == next.yardstick();
        }
    }

    private record Rendering(Beside of, String json) {}

    private Flux<Page> rendered(Key key) {
        return Flux.defer(() -> {
            AtomicReference<@Nullable Rendering> last = new AtomicReference<>();
            // The first numbers do not wait for what they are compared with.
            Flux<Optional<Yardstick>> beside =
                    yardsticks.of(key.campaign(), key.sight()).startWith(Optional.<Yardstick>empty());
            return Flux.combineLatest(
                            live.campaign(key.campaign(), key.sight().view()),
                            beside,
                            (picture, yardstick) -> new Beside(picture, yardstick.orElse(null)))
                    .map(shown -> {
                        Rendering before = last.get();
                        Rendering now = before != null && before.of().stillShows(shown)
                                ? new Rendering(shown, before.json())
                                : new Rendering(shown, json(shown, key));
                        last.set(now);
                        return new Page(now.json(), shown.picture().completeTo().toEpochMilli());
                    });
        });
    }

    private static String json(Beside shown, Key key) {
        return PictureJson.of(shown.picture(), key.sight(), shown.yardstick(), key.names());
    }
}
