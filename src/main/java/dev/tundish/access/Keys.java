package dev.tundish.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The keys of the API. Only their hashes are kept. */
public interface Keys {

    /** The key of this text, or empty: unknown, revoked or malformed. A revoked one is unknown at once on this node, and within 5 s on all. */
    Mono<ApiKey> authenticate(String secret);

    /** Makes one. */
    Mono<Made> make(String name, Set<Scope> scopes, @Nullable Set<String> campaigns, @Nullable Set<String> types);

    /** Makes one for pages to carry: it only captures leads ({@link PublicUse#TYPE}), in these campaigns. */
    Mono<Made> makePublic(String name, Set<String> campaigns, PublicUse use);

    /** The origins of all public keys in force. At most 3 s old. */
    Mono<Set<String>> origins();

    /** All that are in force, newest first. */
    Flux<ApiKey> all();

    /** Revokes one for good; whether there was one in force. */
    Mono<Boolean> revoke(UUID id);

    /** Ends (with a value) within 5 s after this key was revoked, on whatever node; never for the environment's. */
    Mono<Void> revoked(ApiKey key);

    /** @param secret the key itself: shown in this answer alone */
    record Made(ApiKey key, String secret) {}
}
