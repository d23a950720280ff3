package dev.tundish.incoming;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What arrived, to be looked at; and what is kept of the refused, to be tried again. */
public interface Incoming {

    /** What arrives, now and whenever it changes: one question for all who look. */
    Flux<Picture> watch();

    /** The same once. */
    Mono<Picture> picture();

    /** The kept things of these ids that are still there. */
    Flux<Kept> kept(List<UUID> ids);

    /** All kept things of a source that were refused by this code and for this reason, the oldest first; a bounded number. */
    Flux<Kept> alike(Group group);

    /** It was brought in, or thrown away: it is no longer kept. */
    Mono<Void> done(List<UUID> ids);

    /** It was refused again. */
    Mono<Void> still(UUID id, String code, String detail, @Nullable String campaign);

    /** How long a source may be silent; null: as long as it likes. */
    Mono<Void> expect(Source source, @Nullable Duration every);
}
