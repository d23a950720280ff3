package dev.tundish.dashboard;

import dev.tundish.incoming.Address;
import dev.tundish.incoming.Addresses;
import dev.tundish.incoming.Group;
import dev.tundish.incoming.Incoming;
import dev.tundish.incoming.Kept;
import dev.tundish.incoming.Mapping;
import dev.tundish.incoming.Picture;
import dev.tundish.incoming.Preset;
import dev.tundish.incoming.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What arrives, in memory: it shows what it is told to show. */
final class FakeIncoming implements Incoming, Addresses {

    static final Instant NOW = Instant.parse("2026-11-23T13:03:07Z");
    static final Picture NOTHING = new Picture(NOW, List.of(), List.of(), List.of());

    final Map<Source, Duration> expected = new LinkedHashMap<>();
    final List<UUID> thrownAway = new ArrayList<>();
    private final Map<UUID, Address> addresses = new LinkedHashMap<>();
    private final Map<UUID, List<Body>> bodies = new LinkedHashMap<>();
    private Sinks.Many<Picture> pictures = Sinks.many().replay().latest();

    void clear() {
        expected.clear();
        thrownAway.clear();
        addresses.clear();
        bodies.clear();
        pictures = Sinks.many().replay().latest();
        show(NOTHING);
    }

    void show(Picture picture) {
        pictures.tryEmitNext(picture);
    }

    /** A body came to an address. */
    void came(UUID id, String json) {
        List<Body> all = bodies.computeIfAbsent(id, _ -> new ArrayList<>());
        all.addFirst(new Body(all.size(), NOW, json.replace('\'', '"')));
    }

    Address now(UUID id) {
        return Objects.requireNonNull(addresses.get(id));
    }

    @Override
    public Flux<Picture> watch() {
        return pictures.asFlux();
    }

    @Override
    public Mono<Picture> picture() {
        return watch().next();
    }

    @Override
    public Flux<Kept> kept(List<UUID> ids) {
        return Flux.empty();
    }

    @Override
    public Flux<Kept> alike(Group group) {
        return Flux.just(group.sample());
    }

    @Override
    public Mono<Void> done(List<UUID> ids) {
        return Mono.fromRunnable(() -> thrownAway.addAll(ids));
    }

    @Override
    public Mono<Void> still(UUID id, String code, String detail, @Nullable String campaign) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> expect(Source source, @Nullable Duration every) {
        return Mono.fromRunnable(() -> expected.put(source, every == null ? Duration.ZERO : every));
    }

    @Override
    public Mono<Address> byToken(String token) {
        return Mono.empty();
    }

    @Override
    public Mono<Address> find(UUID id) {
        return Mono.justOrEmpty(addresses.get(id));
    }

    @Override
    public Flux<Address> all() {
        return Flux.fromIterable(List.copyOf(addresses.values()));
    }

    @Override
    public Mono<Made> make(String name, String by) {
        UUID id = UUID.randomUUID();
        addresses.put(id, new Address(id, name, "in_abcde", Preset.NONE, null, null, null, 0, by, NOW, null));
        return Mono.just(new Made(now(id), "in_abcdef"));
    }

    @Override
    public Mono<Boolean> change(
            UUID id, String name, Preset preset, @Nullable String secret, @Nullable String redirect) {
        Address old = now(id);
        addresses.put(
                id,
                new Address(
                        id,
                        name,
                        old.prefix(),
                        preset,
                        secret,
                        redirect,
                        old.mapping(),
                        old.version(),
                        "kim",
                        NOW,
                        null));
        return Mono.just(true);
    }

    @Override
    public Mono<Boolean> revoke(UUID id) {
        return Mono.just(addresses.remove(id) != null);
    }

    @Override
    public Mono<Integer> map(UUID id, int known, Mapping mapping, String by) {
        Address old = now(id);
        if (old.version() != known) {
            return Mono.empty();
        }
        addresses.put(
                id,
                new Address(
                        id,
                        old.name(),
                        old.prefix(),
                        old.preset(),
                        old.secret(),
                        old.redirect(),
                        mapping,
                        known + 1,
                        by,
                        NOW,
                        null));
        return Mono.just(known + 1);
    }

    @Override
    public Mono<Void> remember(UUID id, Instant at, List<String> all) {
        return Mono.empty();
    }

    @Override
    public Flux<Body> bodies(UUID id) {
        return Flux.fromIterable(List.copyOf(bodies.getOrDefault(id, List.of())));
    }
}
