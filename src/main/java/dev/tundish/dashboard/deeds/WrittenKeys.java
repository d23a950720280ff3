package dev.tundish.dashboard.deeds;

import dev.tundish.access.ApiKey;
import dev.tundish.access.Audit;
import dev.tundish.access.Keys;
import dev.tundish.access.PublicUse;
import dev.tundish.access.Scope;
import dev.tundish.dashboard.login.SignedIn;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keys, and who made or revoked one. */
final class WrittenKeys implements Keys {

    private final Keys kept;
    private final Audit audit;

    WrittenKeys(Keys kept, Audit audit) {
        this.kept = kept;
        this.audit = audit;
    }

    @Override
    public Mono<ApiKey> authenticate(String secret) {
        return kept.authenticate(secret);
    }

    @Override
    public Mono<Made> make(
            String name, Set<Scope> scopes, @Nullable Set<String> campaigns, @Nullable Set<String> types) {
        String who = SignedIn.name();
        String may = scopes.stream().sorted().map(Scope::code).collect(Collectors.joining(", "));
        return kept.make(name, scopes, campaigns, types)
                .flatMap(made -> audit.record(
                                who,
                                Audit.Kind.KEYS,
                                "Made the key “" + name + "” (" + made.key().prefix() + "…): " + may + ".")
                        .thenReturn(made));
    }

    @Override
    public Mono<Made> makePublic(String name, Set<String> campaigns, PublicUse use) {
        String who = SignedIn.name();
        return kept.makePublic(name, campaigns, use)
                .flatMap(made -> audit.record(
                                who,
                                Audit.Kind.KEYS,
                                "Made the public key “" + name + "” ("
                                        + made.key().prefix() + "…) for "
                                        + campaigns.stream().sorted().collect(Collectors.joining(", ")) + ".")
                        .thenReturn(made));
    }

    @Override
    public Mono<Set<String>> origins() {
        return kept.origins();
    }

    @Override
    public Flux<ApiKey> all() {
        return kept.all();
    }

    /** Its name is looked up before it is gone. */
    @Override
    public Mono<Boolean> revoke(UUID id) {
        String who = SignedIn.name();
        return kept.all()
                .filter(key -> id.equals(key.id()))
                .next()
                .map(key -> "Revoked the key “" + key.name() + "” (" + key.prefix() + "…).")
                .defaultIfEmpty("Revoked a key.")
                .flatMap(words -> kept.revoke(id)
                        .flatMap(was ->
                                was ? audit.record(who, Audit.Kind.KEYS, words).thenReturn(true) : Mono.just(false)));
    }

    @Override
    public Mono<Void> revoked(ApiKey key) {
        return kept.revoked(key);
    }
}
