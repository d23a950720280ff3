package dev.tundish.funnel;

import java.time.ZoneId;

/** The width of the buckets of a time series. */
public sealed interface Bucket {

    /** Whole minutes, 1 to 720, counted in UTC from the epoch. */
    record Minutes(int minutes) implements Bucket {
        public Minutes {
            if (minutes < 1 || minutes > 720) {
                throw new IllegalArgumentException("a bucket has 1 to 720 minutes");
            }
        }
    }

    /** Days of a zone: 23 or 25 hours long when its clocks change. */
    record Days(ZoneId zone) implements Bucket {}

    /** Weeks of a zone, from Monday. */
    record Weeks(ZoneId zone) implements Bucket {}
}
