package dev.tundish.funnel;

/**
 * Fisher's exact test of two rates: how likely a difference at least as large would be if all leads were alike and only
 * shuffled. Exact, since of thousands of segments the small ones with the smallest chances come first, where the usual
 * approximations are worst.
 */
final class Fisher {

    /** Further terms of a tail do not change its sum. */
    private static final double NOTHING = 1e-17;

    private Fisher() {}

    /** Two-sided: twice the smaller tail, at most 1. */
    static double chance(long hits, long of, long otherHits, long otherOf) {
        long all = of + otherOf;
        long allHits = hits + otherHits;
        double expected = (double) allHits * of / all;
        double sum = 0;
        double term = 1;
        if (hits >= expected) {
            for (long x = hits; term > NOTHING * sum; x++) {
                sum += term;
                term *= (double) (allHits - x) / (x + 1) * ((double) (of - x) / (all - allHits - of + x + 1));
            }
        } else {
            for (long x = hits; term > NOTHING * sum; x--) {
                sum += term;
                term *= (double) x / (allHits - x + 1) * ((double) (all - allHits - of + x) / (of - x + 1));
            }
        }
        double point = Math.exp(choose(allHits, hits) + choose(all - allHits, of - hits) - choose(all, of));
        return Math.min(1, 2 * sum * point);
    }

    private static double choose(long n, long k) {
        return Gamma.log(n + 1) - Gamma.log(k + 1) - Gamma.log(n - k + 1);
    }
}
