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
     * The secret by which this installation's nodes know their own word again when they take somebody for signed in: made
     * when it is first asked for, the same ever after.
     */
    Mono<String> staySecret();
}
