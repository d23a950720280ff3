package dev.tundish.access;

import reactor.core.publisher.Mono;

/** Who may log in. */
public interface Users {

    /** The user of this name, or empty. */
    Mono<User> find(String name);

    /** Adds one; false when there is one of this name already, who then stays as they are. */
    Mono<Boolean> add(User user);

    /** Gives a user another password; false when there is no such user. */
    Mono<Boolean> changePassword(String name, String passwordHash, boolean mustChange);

    /**
     * The secret with which this installation's nodes sign the cookie that keeps people logged in over a restart: made
     * when it is first asked for, the same ever after.
     */
    Mono<String> staySecret();
}
