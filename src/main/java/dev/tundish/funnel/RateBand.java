package dev.tundish.funnel;

/**
 * A confidence sequence of a rate: with a chance of at least {@code 1 - alpha} the true rate is in the band at every look,
 * however often one looks and whenever one stops.
 *
 * <p>After s of n it holds the rates p whose likelihood is not too small beside that of all rates together, each alike:
 * {@code ∫ q^s (1-q)^(n-s) dq < p^s (1-p)^(n-s) / alpha}. The ratio of the two is a martingale of mean 1 when p is true, so
 * that it ever reaches {@code 1/alpha} with a chance of at most alpha (Ville 1939; Robbins, "Statistical methods related
 * to the law of the iterated logarithm", Ann. Math. Statist. 1970; with a uniform mixture, Darling and Robbins 1967).
 *
 * <p>It speaks of leads one after the other whose fate is known. The rate of leads that may still move is lower than it
 * will be: what is compared must be of one age.
 */
public record RateBand(double low, double high) {

    private static final int HALVINGS = 60;

    /**
     * The band after {@code moved} of {@code of}.
     *
     * @param alpha between 0 and 1
     */
    public static RateBand of(long moved, long of, double alpha) {
        if (moved < 0 || moved > of) {
            throw new IllegalArgumentException("%d of %d is no rate".formatted(moved, of));
        }
        // The logarithm of the mixture is that of B(s+1, n-s+1).
        double least = Gamma.log(moved + 1) + Gamma.log(of - moved + 1) - Gamma.log(of + 2) + Math.log(alpha);
        double best = of == 0 ? 0.5 : (double) moved / of;
        return new RateBand(
                moved == 0 ? 0 : edge(moved, of, least, best, 0), moved == of ? 1 : edge(moved, of, least, best, 1));
    }

    /** Whether no rate is in both. */
    public boolean isApart(RateBand other) {
        return low > other.high || high < other.low;
    }

    /** Where between the best rate, which is in the band, and the end the likelihood falls below the least one: it has one top. */
    private static double edge(long moved, long of, double least, double best, double end) {
        double in = best;
        double out = end;
        for (int n = 0; n < HALVINGS; n++) {
            double middle = (in + out) / 2;
            if (likelihood(moved, of, middle) > least) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return out;
    }

    private static double likelihood(long moved, long of, double p) {
        // 0 × log 0 is 0 here.
        return (moved == 0 ? 0 : moved * Math.log(p)) + (of == moved ? 0 : (of - moved) * Math.log1p(-p));
    }
}
