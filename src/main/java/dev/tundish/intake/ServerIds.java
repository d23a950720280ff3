package dev.tundish.intake;

import java.security.SecureRandom;
import java.util.UUID;

/** Ids for events that came without: in the order of time (UUID version 7), so that an index of them grows at its end. */
final class ServerIds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private ServerIds() {}

    /** @param micros now, microseconds since the epoch */
    static String next(long micros) {
        long high = (micros / 1_000) << 16 | 0x7000 | (micros % 1_000) << 2 | RANDOM.nextInt(4);
        long low = RANDOM.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
