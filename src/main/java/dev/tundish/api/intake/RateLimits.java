package dev.tundish.api.intake;

import dev.tundish.access.ApiKey;
import dev.tundish.api.http.Problem;
import dev.tundish.api.http.Refusal;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;

/** How many events a key may send: so many a second, with a burst of two seconds. On this node, key by key. */
final class RateLimits {

    private static final String ENVIRONMENT = "environment";

    private final long perSecond;
    private final long burst;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    RateLimits(long perSecond) {
        this.perSecond = perSecond;
        this.burst = 2 * perSecond;
    }

    /** Takes so many at once, or refuses with a 429. A request of more than the burst costs the burst. */
    void take(ApiKey key, int events) {
        ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(Math.min(events, burst));
        if (!probe.isConsumed()) {
            long seconds = probe.getNanosToWaitForRefill() / 1_000_000_000 + 1;
            throw new Refusal(Problem.of(
                            429,
                            "too-many-events",
                            "This key sends more than it may",
                            "It may send " + perSecond + " events a second. Send the request again later.")
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
        }
    }

    /** Takes so many from a stream: how long the stream has to wait before it goes on. */
    Duration slow(ApiKey key, int events) {
        return Duration.ofNanos(bucket(key).consumeIgnoringRateLimits(events));
    }

    private Bucket bucket(ApiKey key) {
        return buckets.computeIfAbsent(
                Objects.toString(key.id(), ENVIRONMENT),
                id -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
    }
}
