package dev.tundish.tracking;

import dev.tundish.access.Keys;
import dev.tundish.incoming.Kept;
import dev.tundish.incoming.Replayer;
import dev.tundish.incoming.Way;
import dev.tundish.intake.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tries tracking calls again, as they would be understood now. */
@Component
final class CallReplayer implements Replayer {

    private final Tracking tracking;
    private final Keys keys;

    CallReplayer(Tracking tracking, Keys keys) {
        this.tracking = tracking;
        this.keys = keys;
    }

    @Override
    public Way way() {
        return Way.TRACKING;
    }

    @Override
    public Mono<Answer> replay(Kept kept) {
        Map<String, Object> message = new LinkedHashMap<>(Replayed.message(kept));
        message.putIfAbsent("messageId", kept.eventId(0));
        Kind kind = Kind.of(String.valueOf(message.get("type"))).orElse(Kind.TRACK);
        Calls calls = new Calls(List.of(new Call(0, kind, message)), List.of());
        return Replayed.sender(keys, kept.refused().source())
                .flatMap(sender -> tracking.take(sender, calls, Replayed.came(kept)))
                .map(Taken::answer);
    }
}
