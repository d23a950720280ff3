package dev.tundish.demo;

import java.time.Instant;

/** A time in which the demo did not run, and which is not filled afterwards: nobody came in. */
record Gap(Instant from, Instant to) {

    static final Gap NONE = new Gap(Instant.MIN, Instant.MIN);

    boolean holds(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }
}
