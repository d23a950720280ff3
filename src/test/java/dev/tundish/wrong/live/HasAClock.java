package dev.tundish.wrong.live;

import dev.tundish.wrong.report.postgres.PublicAdapter;
import java.time.Instant;

/** Looks at the time by itself, and reaches into another room. */
record HasAClock(PublicAdapter adapter) {

    Instant time() {
        return Instant.now();
    }
}
