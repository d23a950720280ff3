package dev.tundish.demo;

import java.time.Duration;
import java.util.SplittableRandom;

/** Chance that falls the same way for the same seed. */
final class Dice {

    private final SplittableRandom random;

    private Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Dice that fall the same way for the same parts. */
    static Dice of(long... parts) {
        return new Dice(mix(parts));
    }

    /** One number that stands for all of these, spread over the whole range (the finaliser of SplitMix64). */
    static long mix(long... parts) {
        long hash = 0x9E3779B97F4A7C15L;
        for (long part : parts) {
            hash = (hash ^ part) + 0x9E3779B97F4A7C15L;
            hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
            hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
            hash ^= hash >>> 31;
        }
        return hash;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A number from 0, below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    double fraction() {
        return random.nextDouble();
    }

    /** A time with this median and a long tail: log-normal, as the times between people's steps are. */
    Duration about(Duration median, double spread) {
        return Duration.ofMillis(Math.round(median.toMillis() * Math.exp(spread * random.nextGaussian())));
    }

    /** A time between the two. */
    Duration between(Duration least, Duration most) {
        return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis()));
    }

    /** How often something happens that happens so often in the mean: Poisson, by multiplying (Knuth), in portions. */
    int poisson(double mean) {
        int count = 0;
        // exp(-mean) must not fall to 0: a large mean is drawn in portions, whose counts add up
        for (double left = mean; left > 0; left -= 16) {
            double floor = Math.exp(-Math.min(left, 16));
            for (double product = random.nextDouble(); product > floor; product *= random.nextDouble()) {
                count++;
            }
        }
        return count;
    }
}
