package dev.tundish.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Who may log in. */
public interface Users {

    /** The user of this name, or empty. */
    Mono<User> find(String name);

    /** Adds one; false when there is one of this name already, who then stays as they are. */
    Mono<Boolean> add(User user);

    /**
     * Gives a user another password, and ends their sessions; false when there is no such user.
     *
     * @param stays the session that goes on: the one in which it was changed; null: none
     */
    Mono<Boolean> changePassword(String name, String passwordHash, boolean mustChange, @Nullable UUID stays);

    /**
     * Somebody comes through the identity provider, which says who they are and what: the user that they are from now on.
     * Whoever comes for the first time is added. Empty: another user has this name.
     *
     * @param subject who they are there, for good
     * @param name what they are called here when they come for the first time
     */
    Mono<User> arrive(String subject, String name, Role role);

    /**
     * The secret by which this installation's nodes know their own word again when they take somebody for signed in: made
     * when it is first asked for, the same ever after.
     */
    Mono<String> staySecret();
}
