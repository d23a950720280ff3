package dev.tundish.access;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The users as an administrator keeps them. Whatever is done is written down, with who did it. */
public interface Team {

    /** All of them, by name. */
    Flux<Member> all();

    /** Adds a user who is to choose a password by the link; empty: there is somebody of this name already. */
    Mono<Link> invite(String name, Role role, String by);

    /**
     * A new link for a user; the one before is good no more. For somebody who is in it resets the password; for somebody
     * invited it is another invitation; for somebody deactivated it lets them in again. Empty: there is no such
     * user, or they come through the identity provider.
     */
    Mono<Link> link(String name, String by);

    /** Gives a user another role. Their open pages begin anew with it. */
    Mono<Done> changeRole(String name, Role role, String by);

    /** Shuts a user out: the password, the sessions and the link are gone. */
    Mono<Done> deactivate(String name, String by);

    /** Lets somebody in again who comes through the identity provider. */
    Mono<Done> readmit(String name, String by);

    /** Whom the link with this secret is for, without using it; empty: it is not good, or not any more. */
    Mono<Link> opened(String secret);

    /** Uses the link: the user has this password from now on, and no session. Their name; empty as with {@link #opened}. */
    Mono<String> choose(String secret, String passwordHash);

    /** What became of a wish. */
    enum Done {
        DONE,
        NOT_THERE,
        /** There must always be one administrator who is in. */
        LAST_ADMIN
    }

    /** What a link is for. */
    enum Purpose {
        INVITATION,
        RESET
    }

    /** @param secret what makes the link; it is known when the link is made, and kept nowhere */
    record Link(String user, Purpose purpose, String secret, Instant until) {

        /** The secret stays out of whatever prints a link. */
        @Override
        public String toString() {
            return "Link[" + user + ", " + purpose + "]";
        }
    }
}
