package dev.tundish.api.tracking;

import dev.tundish.access.ApiKey;
import dev.tundish.incoming.Arrivals;
import dev.tundish.incoming.Heard;
import dev.tundish.incoming.Refused;
import dev.tundish.incoming.Source;
import dev.tundish.incoming.Way;
import dev.tundish.tracking.Taken;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Notes what a key tracked, and keeps what was refused of it. The client was told that all is well, and forgets: so when
 * that cannot be kept, the call fails and is sent again; what was accepted of it is a duplicate then.
 */
final class TrackingNotes {

    private final Arrivals arrivals;

    TrackingNotes(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    Mono<Void> keep(ApiKey key, Instant at, Taken taken) {
        Source source = Source.key(key.id());
        List<Refused> refused = taken.refused().stream()
                .map(call -> new Refused(source, at, Way.TRACKING, call.body(), call.code(), call.detail()))
                .toList();
        Heard heard = Heard.of(
                taken.answer().accepted(),
                taken.answer().duplicates(),
                taken.answer().rejectedCount());
        return arrivals.note(source, at, heard, refused);
    }
}
