package dev.tundish.access;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who is signed in where. Only the hashes of what browsers show are kept. */
public interface Sessions {

    /** Somebody signed in; written down. */
    Mono<Opened> open(String user, String place, String browser);

    /** The session of this secret, used just now, for as long again as a new one; empty: unknown, ended or too old. */
    Mono<Session> find(String secret);

    /** Where a user is signed in, used last first. */
    Flux<Session> of(String user);

    /** Ends one of a user's; whether there was one. */
    Mono<Boolean> end(String user, UUID id);

    /** Ends all of a user's but one (null: all); how many. */
    Mono<Long> endAll(String user, @Nullable UUID but);

    /** Those of these sessions that still stand, with the turn of their user ({@link User#turn}). */
    Mono<Map<UUID, Integer>> standing(Collection<UUID> ids);

    /** These were used until now. */
    Mono<Void> used(Collection<UUID> ids);

    /** Says something when a session may have ended, or a user's rights have changed, by this node. */
    Flux<Long> news();

    /** @param secret what the browser shows from now on */
    record Opened(Session session, String secret) {

        /** The secret stays out of whatever prints it. */
        @Override
        public String toString() {
            return "Opened[" + session.id() + "]";
        }
    }
}
