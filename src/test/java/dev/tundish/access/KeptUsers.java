package dev.tundish.access;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Users in memory, as {@link Users} promises. */
public final class KeptUsers implements Users {

    private final ConcurrentHashMap<String, User> users = new ConcurrentHashMap<>();

    @Override
    public Mono<User> find(String name) {
        return Mono.justOrEmpty(users.get(name));
    }

    @Override
    public Mono<Boolean> add(User user) {
        return Mono.just(users.putIfAbsent(user.name(), user) == null);
    }

    @Override
    public Mono<Boolean> changePassword(String name, String passwordHash, boolean mustChange, @Nullable UUID stays) {
        return Mono.just(
                users.computeIfPresent(name, (_, user) -> new User(name, passwordHash, user.role(), mustChange))
                        != null);
    }

    @Override
    public Mono<User> arrive(String subject, String name, Role role) {
        User user = new User(name, "", role, false);
        return users.putIfAbsent(name, user) == null ? Mono.just(user) : Mono.empty();
    }

    @Override
    public Mono<String> staySecret() {
        return Mono.just("a secret of this test");
    }
}
