package dev.tundish.funnel;

/** The logarithm of the gamma function at whole numbers: of factorials. */
final class Gamma {

    private static final int SMALL = 256;
    private static final double[] LOG = new double[SMALL];
    private static final double HALF_LOG_TAU = 0.5 * Math.log(2 * Math.PI);

    static {
        for (int n = 3; n < SMALL; n++) {
            LOG[n] = LOG[n - 1] + Math.log(n - 1);
        }
    }

    private Gamma() {}

    /** {@code log((n - 1)!)} for n of 1 and more; from 256 on by Stirling's series, whose error is then below 1e-17. */
    static double log(long n) {
        if (n < SMALL) {
            return LOG[(int) n];
        }
        double x = n;
        double square = 1 / (x * x);
        return (x - 0.5) * Math.log(x)
                - x
                + HALF_LOG_TAU
                + (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680))) / x;
    }
}
