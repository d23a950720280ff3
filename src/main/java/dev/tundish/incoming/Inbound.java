package dev.tundish.incoming;

import dev.tundish.intake.Answer;
import dev.tundish.intake.Intake;
import dev.tundish.intake.Item;
import dev.tundish.intake.Reject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes what comes to an address: remembered so that it can be mapped, read by the mapping, brought in, and what cannot be
 * brought in kept. When it has answered, nothing of it can be lost.
 */
@Component
public final class Inbound {

    private final Addresses addresses;
    private final Intake intake;
    private final Arrivals arrivals;
    private final InstantSource clock;

    public Inbound(Addresses addresses, Intake intake, Arrivals arrivals, InstantSource clock) {
        this.addresses = addresses;
        this.intake = intake;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** @param bodies JSON, each an event or none */
    public Mono<Answer> take(Address address, List<String> bodies) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            List<Item> items = read(address, bodies, now, now);
            return addresses
                    .remember(address.id(), now, bodies)
                    .then(intake.prepare(items))
                    .flatMap(intake::commitPatiently)
                    .flatMap(answer -> arrivals.note(
                                    address.source(),
                                    now,
                                    Heard.of(answer.accepted(), answer.duplicates(), answer.rejectedCount()),
                                    refused(address, bodies, items, now, answer))
                            .thenReturn(answer));
        });
    }

    /** Tries one again, as the address is mapped now. */
    public Mono<Answer> again(Address address, Refused refused) {
        return Mono.defer(() -> intake.prepare(read(address, List.of(refused.body()), refused.at(), clock.instant()))
                .flatMap(intake::commitPatiently));
    }

    private static List<Item> read(Address address, List<String> bodies, Instant cameIn, Instant now) {
        BodyReader reader = new BodyReader(address.id(), address.mapping(), now);
        List<Item> items = new ArrayList<>();
        for (int n = 0; n < bodies.size(); n++) {
            Item item = reader.judge(bodies.get(n), cameIn, n);
            if (item != null) {
                items.add(item);
            }
        }
        return items;
    }

    private static List<Refused> refused(
            Address address, List<String> bodies, List<Item> items, Instant at, Answer answer) {
        List<Refused> refused = new ArrayList<>();
        Map<Long, String> campaigns = new HashMap<>();
        items.forEach(item -> {
            if (item instanceof Item.Valid event) {
                campaigns.put(event.index(), event.campaign());
            }
        });
        for (Reject reject : answer.rejected()) {
            refused.add(new Refused(
                    address.source(),
                    at,
                    Way.INBOUND,
                    bodies.get((int) reject.index()),
                    reject.code(),
                    reject.detail(),
                    campaigns.get(reject.index())));
        }
        return refused;
    }
}
