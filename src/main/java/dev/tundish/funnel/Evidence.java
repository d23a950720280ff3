package dev.tundish.funnel;

import org.jspecify.annotations.Nullable;

/**
 * What two rates, or a rate and a target, say of each other.
 *
 * <p>The interval is for display: 95 % at one look. What {@link Word#ABOVE} and {@link Word#BELOW} say stays true however
 * often one looks (see {@link RateBand} and {@link Surprise#different}): at most one comparison in twenty between equal
 * rates is ever called proven, and be it looked at after every lead.
 *
 * @param points difference of the rates as a share: 0.04 is four points; null when there is nothing to divide by
 * @param low lower end of its interval
 * @param high upper end of its interval
 */
public record Evidence(
        @Nullable Double points,
        @Nullable Double low,
        @Nullable Double high,
        Word word) {

    /** Fewer leads than this are judged by nobody. */
    public static final int ENOUGH = 30;

    /** What may be said. */
    public enum Word {
        /** Under {@link #ENOUGH} leads on a side. */
        TOO_EARLY,
        /** Proven. */
        ABOVE,
        /** Proven. */
        BELOW,
        /** Worth an eye: true of one look in ten between equal rates. */
        LEANING_ABOVE,
        LEANING_BELOW,
        NO_DIFFERENCE
    }

    private static final double ALPHA = 0.05;
    private static final double Z95 = 1.959963984540054;
    private static final double Z90 = 1.6448536269514722;

    /**
     * Our rate against another.
     *
     * @param moved at most {@code of}
     */
    public static Evidence compare(long moved, long of, long otherMoved, long otherOf) {
        check(moved, of);
        check(otherMoved, otherOf);
        if (of == 0 || otherOf == 0) {
            return new Evidence(null, null, null, Word.TOO_EARLY);
        }
        double points = (double) moved / of - (double) otherMoved / otherOf;
        Interval shown = Interval.difference(moved, of, otherMoved, otherOf, Z95);
        if (of < ENOUGH || otherOf < ENOUGH) {
            return new Evidence(points, shown.low(), shown.high(), Word.TOO_EARLY);
        }
        Interval narrow = Interval.difference(moved, of, otherMoved, otherOf, Z90);
        boolean proven = leans(narrow) && Surprise.different(moved, of, otherMoved, otherOf) >= 1 / ALPHA;
        return new Evidence(points, shown.low(), shown.high(), word(narrow, proven));
    }

    /**
     * Our rate against one that is set.
     *
     * @param moved at most {@code of}
     */
    public static Evidence against(long moved, long of, double target) {
        check(moved, of);
        if (of == 0) {
            return new Evidence(null, null, null, Word.TOO_EARLY);
        }
        double points = (double) moved / of - target;
        Interval shown = Interval.rate(moved, of, Z95).minus(target);
        if (of < ENOUGH) {
            return new Evidence(points, shown.low(), shown.high(), Word.TOO_EARLY);
        }
        Interval narrow = Interval.rate(moved, of, Z90).minus(target);
        boolean proven = leans(narrow) && RateBand.of(moved, of, ALPHA).isApart(new RateBand(target, target));
        return new Evidence(points, shown.low(), shown.high(), word(narrow, proven));
    }

    /** What does not even lean is not looked at further: this spares the bands, and can only make less be called proven. */
    private static boolean leans(Interval narrow) {
        return narrow.low() > 0 || narrow.high() < 0;
    }

    private static Word word(Interval narrow, boolean proven) {
        if (!leans(narrow)) {
            return Word.NO_DIFFERENCE;
        }
        return narrow.low() > 0 ? proven ? Word.ABOVE : Word.LEANING_ABOVE : proven ? Word.BELOW : Word.LEANING_BELOW;
    }

    private static void check(long moved, long of) {
        if (moved < 0 || moved > of) {
            throw new IllegalArgumentException("%d of %d is no rate".formatted(moved, of));
        }
    }
}
