package dev.tundish.incoming;

import dev.tundish.intake.Answer;
import reactor.core.publisher.Mono;

/**
 * Tries again what was refused, as the code that understands its way of coming would now. One bean a {@link Way}. Tried
 * twice it must not count twice: an event without an id of its own gets one that follows from what was kept.
 */
public interface Replayer {

    Way way();

    /** What became of it: nothing at all, when it is now understood to be no event. Fails only for what will pass. */
    Mono<Answer> replay(Kept kept);

    /** The key of the campaign that it is meant for, or empty where that cannot be told: to make the one that is missing. */
    default Mono<String> campaign(Kept kept) {
        return Mono.empty();
    }
}
