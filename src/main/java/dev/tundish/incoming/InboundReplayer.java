package dev.tundish.incoming;

import dev.tundish.grammar.Names;
import dev.tundish.intake.Answer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads by the address's mapping what came to it, also when the address is revoked by now. */
@Component
final class InboundReplayer implements Replayer {

    private final Addresses addresses;
    private final Inbound inbound;

    InboundReplayer(Addresses addresses, Inbound inbound) {
        this.addresses = addresses;
        this.inbound = inbound;
    }

    @Override
    public Way way() {
        return Way.INBOUND;
    }

    @Override
    public Mono<Answer> replay(Kept kept) {
        return addresses.find(kept.refused().source().id()).flatMap(address -> inbound.again(address, kept.refused()));
    }

    @Override
    public Mono<String> campaign(Kept kept) {
        return addresses.find(kept.refused().source().id()).flatMap(address -> {
            Mapping mapping = address.mapping();
            if (mapping == null) {
                return Mono.empty();
            }
            try {
                var fields = BodyFields.of(Sent.read(kept.refused().body()));
                return Mapper.map(mapping, fields, "none") instanceof Mapped.Event(var members)
                                && members.get("campaign") instanceof String key
                                && Names.isCampaignKey(key)
                        ? Mono.just(key)
                        : Mono.empty();
            } catch (Sent.NotJson notKept) {
                return Mono.empty();
            }
        });
    }
}
