package dev.tundish.incoming;

import dev.tundish.grammar.JsonTree;
import dev.tundish.grammar.Names;
import dev.tundish.grammar.StrictJson;
import dev.tundish.intake.Answer;
import dev.tundish.intake.EventParser;
import dev.tundish.intake.Intake;
import dev.tundish.intake.Item;
import dev.tundish.intake.Reject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Judges anew what was sent as an event. */
@Component
final class EventReplayer implements Replayer {

    private final Intake intake;
    private final InstantSource clock;

    EventReplayer(Intake intake, InstantSource clock) {
        this.intake = intake;
        this.clock = clock;
    }

    @Override
    public Way way() {
        return Way.EVENT;
    }

    @Override
    public Mono<Answer> replay(Kept kept) {
        return Mono.defer(() -> intake.prepare(List.of(judged(kept))).flatMap(intake::commitPatiently));
    }

    private Item judged(Kept kept) {
        Map<String, Object> members = members(kept.refused().body());
        if (members == null) {
            return new Item.Refused(
                    new Reject(0, null, kept.refused().code(), kept.refused().detail()));
        }
        members.putIfAbsent("id", kept.eventId(0));
        return new EventParser(micros(clock.instant()), micros(kept.refused().at())).judge(members, 0);
    }

    @Override
    public Mono<String> campaign(Kept kept) {
        Map<String, Object> members = members(kept.refused().body());
        return members != null && members.get("campaign") instanceof String key && Names.isCampaignKey(key)
                ? Mono.just(key)
                : Mono.empty();
    }

    /** Null: it is no object of JSON, and will never be an event. */
    private static @Nullable Map<String, Object> members(String body) {
        try (JsonParser in = StrictJson.parser(body)) {
            return in.nextToken() == JsonToken.START_OBJECT ? JsonTree.object(in, EventParser.FIELDS::contains) : null;
        } catch (JacksonException notJson) {
            return null;
        }
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
