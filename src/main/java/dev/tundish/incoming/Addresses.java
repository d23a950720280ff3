package dev.tundish.incoming;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The inbound addresses, with what was sent to them last. */
public interface Addresses {

    /** How many bodies are remembered, so that they can be mapped. */
    int BODIES = 20;

    /** The address with this token, or empty: unknown, revoked or malformed. */
    Mono<Address> byToken(String token);

    /** The address, also a revoked one, or empty. */
    Mono<Address> find(UUID id);

    /** All that are in force, by name. */
    Flux<Address> all();

    /** Makes one. */
    Mono<Made> make(String name, String by);

    /** Gives it another name, signature and page to lead browsers to; false when it is not there. */
    Mono<Boolean> change(UUID id, String name, Preset preset, @Nullable String secret, @Nullable String redirect);

    /** Revokes it for good; whether it was in force. What was kept of it stays, and can be tried again. */
    Mono<Boolean> revoke(UUID id);

    /**
     * Saves a mapping as the next version.
     *
     * @param known the version that the editor began with
     * @return the new version; empty when somebody saved another one meanwhile
     */
    Mono<Integer> map(UUID id, int known, Mapping mapping, String by);

    /** Remembers bodies; of all only the last {@link #BODIES} stay. */
    Mono<Void> remember(UUID id, Instant at, List<String> bodies);

    /** What was sent last, newest first. */
    Flux<Body> bodies(UUID id);

    /** @param token shown in this answer alone */
    record Made(Address address, String token) {}

    /** @param text JSON */
    record Body(long id, Instant at, String text) {}
}
