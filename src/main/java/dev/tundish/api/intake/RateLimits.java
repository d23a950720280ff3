package dev.tundish.api.intake;

import dev.tundish.access.ApiKey;
import dev.tundish.access.PublicUse;
import dev.tundish.api.http.Problem;
import dev.tundish.api.http.Refusal;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * How many events a key may send: so many a second, with a burst of two seconds; a public one as many a minute as it was
 * made for. On this node, key by key.
 */
@Component
public final class RateLimits {

    private static final String ENVIRONMENT = "environment";

    private final long perSecond;
    private final long burst;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    public RateLimits(@Value("${tundish.api.events-per-second:100000}") long perSecond) {
        if (perSecond < 1) {
            throw new IllegalArgumentException("tundish.api.events-per-second must be 1 or more, not " + perSecond);
        }
        this.perSecond = perSecond;
        this.burst = 2 * perSecond;
    }

    /** Takes so many at once, or refuses with a 429. A request of more than the burst costs the burst. */
    public void take(ApiKey key, int events) {
        PublicUse use = key.publicUse();
        long most = use == null ? burst : use.perMinute();
        ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(Math.clamp(events, 1, most));
        if (!probe.isConsumed()) {
            long seconds = probe.getNanosToWaitForRefill() / 1_000_000_000 + 1;
            throw new Refusal(Problem.of(
                            429,
                            "too-many-events",
                            "This key sends more than it may",
                            "It may send "
                                    + (use == null ? perSecond + " events a second." : most + " events a minute.")
                                    + " Send the request again later.")
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
        }
    }

    /** Takes so many from a stream: how long the stream has to wait before it goes on. */
    Duration slow(ApiKey key, int events) {
        return Duration.ofNanos(bucket(key).consumeIgnoringRateLimits(events));
    }

    private Bucket bucket(ApiKey key) {
        return buckets.computeIfAbsent(Objects.toString(key.id(), ENVIRONMENT), id -> bucket(key.publicUse()));
    }

    private Bucket bucket(@Nullable PublicUse use) {
        return Bucket.builder()
                .addLimit(limit -> use == null
                        ? limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1))
                        : limit.capacity(use.perMinute()).refillGreedy(use.perMinute(), Duration.ofMinutes(1)))
                .build();
    }
}
