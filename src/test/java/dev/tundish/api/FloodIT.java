package dev.tundish.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.incoming.Addresses;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A node of its own, with a limit that a test can reach. */
class FloodIT {

    @Test
    void takesSoManyASecondFromAnAddress() {
        try (ApiServer.Running slow = ApiServer.start("--tundish.inbound.bodies-per-second=1")) {
            Addresses addresses = slow.node.core().getBean(Addresses.class);
            Addresses.Made made =
                    Objects.requireNonNull(addresses.make("flood", "test").block(Duration.ofSeconds(10)));
            Addresses.Made other =
                    Objects.requireNonNull(addresses.make("other", "test").block(Duration.ofSeconds(10)));
            List<Reply> replies = IntStream.range(0, 30)
                    .mapToObj(_ -> slow.post("/in/" + made.token(), "{\"a\":1}"))
                    .toList();
            Reply refused = replies.stream()
                    .filter(reply -> reply.status() == 429)
                    .findFirst()
                    .orElseThrow();
            refused.isProblem(429);
            assertThat(refused.header("Retry-After")).matches("[1-9]\\d*");
            slow.post("/in/" + other.token(), "{\"a\":1}").is(202);
        }
    }
}
