package dev.tundish.tracking;

import dev.tundish.access.ApiKey;
import dev.tundish.access.Keys;
import dev.tundish.grammar.JsonTree;
import dev.tundish.grammar.StrictJson;
import dev.tundish.incoming.Kept;
import dev.tundish.incoming.Source;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import reactor.core.publisher.Mono;
import tools.jackson.core.JsonParser;

/** What was kept, read again. */
final class Replayed {

    private Replayed() {}

    /** The JSON object that was kept; empty when it was too large to be. */
    static Map<String, Object> message(Kept kept) {
        String body = kept.refused().body();
        if (body.isEmpty()) {
            return Map.of();
        }
        try (JsonParser in = StrictJson.parser(body)) {
            in.nextToken();
            return JsonTree.object(in, name -> true);
        }
    }

    /** When it came, in microseconds since the epoch: what says no time of its own happened then. */
    static long came(Kept kept) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, kept.refused().at());
    }

    /** What its sender may send. Of a key that is revoked by now nobody knows; who tries again answers for it. */
    static Mono<Sender> sender(Keys keys, Source source) {
        return keys.all()
                .filter(key -> Source.key(key.id()).equals(source))
                .next()
                .map((ApiKey key) -> Sender.of(key))
                .defaultIfEmpty(Sender.UNLIMITED);
    }
}
