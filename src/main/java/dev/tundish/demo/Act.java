package dev.tundish.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One campaign of the demo.
 *
 * @param number tells its dice from the others'
 * @param definition the body that creates it, as the API names its fields
 * @param start when the first lead may come in
 * @param end after which none comes in; {@link Instant#MAX}: it runs on
 * @param longest after which nothing happens to a lead any more: what bounds how many stories run at once
 * @param rate how many leads a minute come in at a time
 */
record Act(
        int number,
        String key,
        Map<String, Object> definition,
        Instant start,
        Instant end,
        Duration longest,
        Rate rate,
        Story story) {

    /** How many leads a minute come in at a time, in the mean. */
    interface Rate {
        double at(Instant time);
    }
}
