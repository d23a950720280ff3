package dev.tundish.demo;

import java.time.Duration;

/** How the leads of one campaign fare. */
interface Story {

    /** No sender is later than this. */
    Duration LATEST_SENDING = Duration.ofHours(5);

    /** Tells what happens to one lead, from the moment it comes in. */
    void tell(Draft draft);
}
