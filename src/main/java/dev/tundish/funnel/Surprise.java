package dev.tundish.funnel;

/**
 * How much what was seen speaks against "not below". Each number is an e-value: by chance alone it is at least x at some
 * time with a chance of at most 1/x, however often one looks (Ville 1939), and many of them may be held against each other
 * whatever they have to do with one another (Wang and Ramdas, "False discovery rate control with e-values", JRSS B 2022:
 * {@link FalseDiscovery} over {@code 1/e}). And how likely it is at one look.
 *
 * @param e always valid
 * @param once the chance of seeing as little at one look, when nothing is wrong
 */
record Surprise(double e, double once) {

    static final Surprise NONE = new Surprise(1, 1);

    /** A plan is not known to a tenth: what is within it is not behind. */
    private static final double LEEWAY = 0.9;

    static Surprise of(Yardstick yardstick) {
        return switch (yardstick) {
            case Yardstick.Target target -> below(target.leads(), target.due() * LEEWAY);
            case Yardstick.TargetRate rate -> below(rate.moved(), rate.of(), rate.wanted());
            case Yardstick.Predecessor step -> below(step.moved(), step.of(), step.otherMoved(), step.otherOf());
        };
    }

    /** A step's rate below another's: e is 1/alpha exactly where {@link Evidence#compare} calls it proven at alpha. */
    static Surprise below(long moved, long of, long otherMoved, long otherOf) {
        if (of == 0 || otherOf == 0 || (double) moved / of >= (double) otherMoved / otherOf) {
            return NONE;
        }
        double pooled = (double) (moved + otherMoved) / (of + otherOf);
        double deviation = Math.sqrt(pooled * (1 - pooled) * (1.0 / of + 1.0 / otherOf));
        double once = tail(((double) otherMoved / otherOf - (double) moved / of) / deviation);
        return new Surprise(different(moved, of, otherMoved, otherOf), once);
    }

    /**
     * How much speaks against two rates being one. If they are, and whatever they are, then the product of what each side's
     * leads say against that rate is a martingale of mean 1 (they are independent); so the least product over all rates,
     * which is where the leads of both together are likeliest, is an e-value.
     */
    static double different(long moved, long of, long otherMoved, long otherOf) {
        double pooled = (double) (moved + otherMoved) / (of + otherOf);
        return Math.exp(ratio(moved, of, pooled) + ratio(otherMoved, otherOf, pooled));
    }

    /** A step's rate below one that is set: e is 1/alpha exactly where the band of {@link Evidence#against} leaves it. */
    static Surprise below(long moved, long of, double wanted) {
        double rate = of == 0 ? 1 : (double) moved / of;
        if (rate >= wanted) {
            return NONE;
        }
        double once = wanted >= 1 ? 0 : tail((wanted - rate) / Math.sqrt(wanted * (1 - wanted) / of));
        return new Surprise(wanted >= 1 ? Double.POSITIVE_INFINITY : Math.exp(ratio(moved, of, wanted)), once);
    }

    /**
     * Fewer leads than a plan wants by now. They come one by one, at what share of the plan nobody knows: all shares below
     * one are mixed alike, {@code ∫ λ^n e^((1-λ)w) dλ} with w wanted, whose integral is a tail of Poisson's distribution.
     */
    static Surprise below(long leads, double wanted) {
        if (leads >= wanted) {
            return NONE;
        }
        double fewer = notMore(leads, wanted);
        double e = Math.exp(wanted + Gamma.log(leads + 1) - (leads + 1) * Math.log(wanted)) * (1 - fewer);
        return new Surprise(e, fewer);
    }

    /** The logarithm of how much likelier the leads are under all rates together, each alike, than under this one. */
    private static double ratio(long moved, long of, double p) {
        double likelihood = (moved == 0 ? 0 : moved * Math.log(p)) + (moved == of ? 0 : (of - moved) * Math.log1p(-p));
        return Gamma.log(moved + 1) + Gamma.log(of - moved + 1) - Gamma.log(of + 2) - likelihood;
    }

    /** The chance of so many or fewer when so many are expected (Poisson), summed from the largest term down. */
    private static double notMore(long leads, double expected) {
        double term = Math.exp(leads * Math.log(expected) - expected - Gamma.log(leads + 1));
        double sum = 0;
        for (long n = leads; n >= 0 && term > sum * 1e-16; n--) {
            sum += term;
            term *= n / expected;
        }
        return Math.min(1, sum);
    }

    /** The upper tail of the normal distribution (Abramowitz and Stegun 26.2.17, to 1e-7). */
    private static double tail(double z) {
        double t = 1 / (1 + 0.2316419 * z);
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        return density
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    }
}
