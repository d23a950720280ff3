package dev.tundish.api.inbound;

import dev.tundish.api.http.Problem;
import dev.tundish.api.http.Refusal;
import dev.tundish.incoming.Address;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;

/** How much an address takes: so many bodies a second, with a burst of five seconds. On this node, address by address. */
final class AddressLimits {

    private static final long BURST_SECONDS = 5;

    private final long perSecond;
    private final Map<UUID, Bucket> buckets = new ConcurrentHashMap<>();

    AddressLimits(long perSecond) {
        this.perSecond = perSecond;
    }

    /** Takes one, or refuses with a 429. */
    void take(Address address) {
        ConsumptionProbe probe = bucket(address).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = probe.getNanosToWaitForRefill() / 1_000_000_000 + 1;
            throw new Refusal(Problem.of(
                            429,
                            "too-many-events",
                            "This address gets more than it takes",
                            "It takes " + perSecond + " bodies a second. Send it again later.")
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
        }
    }

    /** What else was in the same body is paid for by those who come later. */
    void takeMore(Address address, int bodies) {
        if (bodies > 0) {
            bucket(address).consumeIgnoringRateLimits(bodies);
        }
    }

    private Bucket bucket(Address address) {
        return buckets.computeIfAbsent(
                address.id(),
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(BURST_SECONDS * perSecond)
                                .refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
    }
}
