package dev.tundish.funnel;

/** Where a rate, or the difference of two, lies at one look. */
record Interval(double low, double high) {

    /**
     * The score interval of a rate (Wilson, "Probable inference, the law of succession, and statistical inference",
     * JASA 1927). Of nothing it is everything.
     *
     * @param z quantile of the normal distribution
     */
    static Interval rate(long moved, long of, double z) {
        if (of == 0) {
            return new Interval(0, 1);
        }
        double n = of;
        double p = moved / n;
        double middle = p + z * z / (2 * n);
        double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        double scale = 1 + z * z / n;
        // At the ends the formula gives 0 and 1 but for rounding.
        return new Interval(
                moved == 0 ? 0 : Math.max(0, (middle - half) / scale),
                moved == of ? 1 : Math.min(1, (middle + half) / scale));
    }

    /**
     * The hybrid score interval of the difference of two rates (Newcombe, "Interval estimation for the difference between
     * independent proportions: comparison of eleven methods", Statistics in Medicine 1998, method 10).
     */
    static Interval difference(long moved, long of, long otherMoved, long otherOf, double z) {
        double p = (double) moved / of;
        double q = (double) otherMoved / otherOf;
        Interval ours = rate(moved, of, z);
        Interval theirs = rate(otherMoved, otherOf, z);
        return new Interval(
                p - q - Math.hypot(p - ours.low, theirs.high - q), p - q + Math.hypot(ours.high - p, q - theirs.low));
    }

    Interval minus(double number) {
        return new Interval(low - number, high - number);
    }
}
