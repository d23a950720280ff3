package dev.tundish.journal.postgres;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the journal.
 *
 * @param lanes how many batches may be written at once, each on a connection of its own; 1 to 64. 0, the default: one for
 *     every two processors, since a batch keeps one of them and one for PostgreSQL busy. With more lanes than that, events
 *     that come one by one are spread over smaller batches and wait longer (docs/performance.md)
 * @param laneEvents how many events may wait in a lane; at least as many as one request may hold
 */
@ConfigurationProperties("tundish.journal")
record JournalSettings(
        @DefaultValue("0") int lanes, @DefaultValue("10000") int laneEvents) {

    /** Entries of the largest submission. */
    private static final int LARGEST = 2_500;

    JournalSettings {
        lanes = lanes == 0 ? Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 64) : lanes;
        if (lanes < 1 || lanes > 64) {
            throw new IllegalArgumentException(
                    "tundish.journal.lanes must be from 1 to 64 (or 0: as many as fit the processors), not " + lanes);
        }
        if (laneEvents < LARGEST) {
            throw new IllegalArgumentException(
                    "tundish.journal.lane-events must be at least " + LARGEST + ", not " + laneEvents);
        }
    }
}
