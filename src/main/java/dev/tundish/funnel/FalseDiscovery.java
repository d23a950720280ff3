package dev.tundish.funnel;

import java.util.Arrays;

/**
 * Which of many findings may be called real when so many were looked at: of those that are, no more than a share of
 * {@code q} is expected to be chance (Benjamini and Hochberg, "Controlling the false discovery rate", JRSS B 1995).
 */
public final class FalseDiscovery {

    private FalseDiscovery() {}

    /**
     * Whether each finding is real.
     *
     * @param p how likely each would be by chance alone; not written to
     * @param q the share of false ones that is borne
     */
    public static boolean[] real(double[] p, double q) {
        double[] sorted = p.clone();
        Arrays.sort(sorted);
        double largest = -1;
        for (int rank = sorted.length; rank >= 1 && largest < 0; rank--) {
            if (sorted[rank - 1] <= q * rank / sorted.length) {
                largest = sorted[rank - 1];
            }
        }
        boolean[] real = new boolean[p.length];
        for (int n = 0; n < p.length; n++) {
            real[n] = p[n] <= largest;
        }
        return real;
    }
}
