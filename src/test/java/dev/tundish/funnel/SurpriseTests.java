package dev.tundish.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SurpriseTests {

    @Test
    void isProvenExactlyWhereTheComparisonSaysSo() {
        Random random = new Random(5);
        int proven = 0;
        for (int n = 0; n < 2_000; n++) {
            long of = 30 + random.nextInt(500);
            long otherOf = 30 + random.nextInt(500);
            long moved = random.nextLong(of + 1);
            long otherMoved = Math.min(otherOf, Math.round(otherOf * (double) moved / of * (1 + random.nextDouble())));
            boolean below = Evidence.compare(moved, of, otherMoved, otherOf).word() == Evidence.Word.BELOW;
            proven += below ? 1 : 0;
            assertThat(Surprise.below(moved, of, otherMoved, otherOf).e() >= 20)
                    .as("%d of %d beside %d of %d", moved, of, otherMoved, otherOf)
                    .isEqualTo(below);
            double wanted = random.nextDouble();
            assertThat(Surprise.below(moved, of, wanted).e() > 20)
                    .as("%d of %d where %s is wanted", moved, of, wanted)
                    .isEqualTo(Evidence.against(moved, of, wanted).word() == Evidence.Word.BELOW);
        }
        assertThat(proven).isBetween(100, 1_900);
    }

    @Test
    void equalRatesAreSeldomCalledDifferentHoweverOftenOneLooks() {
        Random random = new Random(29);
        int different = 0;
        int runs = 600;
        for (int n = 0; n < runs; n++) {
            double rate = 0.05 + 0.9 * random.nextDouble();
            boolean ever = false;
            long moved = 0;
            long otherMoved = 0;
            for (int of = 1; of <= 2_000 && !ever; of++) {
                moved += random.nextDouble() < rate ? 1 : 0;
                otherMoved += random.nextDouble() < rate ? 1 : 0;
                ever = Surprise.different(moved, of, otherMoved, of) >= 20;
            }
            different += ever ? 1 : 0;
        }
        assertThat((double) different / runs).isLessThanOrEqualTo(0.05);
    }

    @Test
    void whatIsNotBelowIsNoSurprise() {
        assertThat(Surprise.below(20, 50, 20, 50)).isEqualTo(Surprise.NONE);
        assertThat(Surprise.below(20, 50, 0.4)).isEqualTo(Surprise.NONE);
        assertThat(Surprise.below(20, 20)).isEqualTo(Surprise.NONE);
        assertThat(Surprise.below(0, 0, 10, 50)).isEqualTo(Surprise.NONE);
        assertThat(Surprise.below(0, 0, 0.5)).isEqualTo(Surprise.NONE);
    }

    @Test
    void aPlanThatIsKeptIsSeldomCalledMissedHoweverOftenOneLooks() {
        Random random = new Random(13);
        int missed = 0;
        int runs = 2_000;
        for (int n = 0; n < runs; n++) {
            boolean ever = false;
            long leads = 0;
            for (int wanted = 1; wanted <= 400 && !ever; wanted++) {
                leads += poisson(random);
                ever = Surprise.below(leads, wanted).e() >= 20;
            }
            missed += ever ? 1 : 0;
        }
        assertThat((double) missed / runs).isLessThanOrEqualTo(0.05);
    }

    @Test
    void aPlanThatIsMissedByHalfIsFoundOutSoon() {
        assertThat(Surprise.below(15, 30.0).e()).isBetween(20.0, 50.0);
        assertThat(Surprise.below(20, 30.0).e()).isBetween(1.0, 20.0);
        assertThat(Surprise.below(50, 100.0).e()).isGreaterThan(1_000);
        assertThat(Surprise.below(0, 30.0).e()).isGreaterThan(1e9);
        assertThat(Surprise.below(4_000, 50_000.0).e()).isGreaterThan(1e9);
        assertThat(1 / Surprise.below(0, 1e6).e()).isZero();
    }

    @Test
    void atOneLookItIsTheChanceOfSeeingAsLittle() {
        // P(Poisson(10) <= 5) and the one-sided test of two rates.
        assertThat(Surprise.below(5, 10.0).once()).isCloseTo(0.0670860, within(1e-6));
        assertThat(Surprise.below(30, 100, 0.4).once()).isCloseTo(0.0206, within(1e-3));
        assertThat(Surprise.below(30, 100, 40, 100).once()).isCloseTo(0.0691, within(1e-3));
    }

    /** Knuth's: so many leads in a time in which one is wanted. */
    private static int poisson(Random random) {
        int n = -1;
        double product = 1;
        do {
            product *= random.nextDouble();
            n++;
        } while (product > Math.exp(-1));
        return n;
    }
}
