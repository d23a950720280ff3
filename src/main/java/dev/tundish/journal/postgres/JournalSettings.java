package dev.tundish.journal.postgres;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the journal.
 *
 * @param lanes how many batches may be written at once, each on a connection of its own; 1 to 64
 * @param laneEvents how many events may wait in a lane; at least as many as one request may hold
 */
@ConfigurationProperties("tundish.journal")
record JournalSettings(
        @DefaultValue("4") int lanes, @DefaultValue("10000") int laneEvents) {

    /** Entries of the largest submission. */
    private static final int LARGEST = 2_500;

    JournalSettings {
        if (lanes < 1 || lanes > 64) {
            throw new IllegalArgumentException("tundish.journal.lanes must be from 1 to 64, not " + lanes);
        }
        if (laneEvents < LARGEST) {
            throw new IllegalArgumentException(
                    "tundish.journal.lane-events must be at least " + LARGEST + ", not " + laneEvents);
        }
    }
}
