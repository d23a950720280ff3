package dev.tundish.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The statistics below the reports, against sums done by hand and numbers in print. */
class ChanceNumberTests {

    @Test
    void logarithmOfAFactorialIsTheSumOfLogarithms() {
        double sum = 0;
        for (int n = 1; n < 5_000; n++) {
            assertThat(Gamma.log(n)).as("log (%d - 1)!", n).isCloseTo(sum, within(1e-12 * Math.max(1, sum)));
            sum += Math.log(n);
        }
    }

    @Test
    void bandHoldsTheRatesWhoseLikelihoodIsNotTooSmall() {
        for (int[] seen : new int[][] {{0, 40}, {3, 40}, {20, 40}, {40, 40}, {170, 2_000}}) {
            RateBand band = RateBand.of(seen[0], seen[1], 0.05);
            double mixture = 0;
            int slices = 200_000;
            for (int n = 0; n < slices; n++) {
                mixture += likelihood(seen, (n + 0.5) / slices) / slices;
            }
            for (double p = 0.001; p < 1; p += 0.001) {
                boolean in = mixture < likelihood(seen, p) / 0.05;
                assertThat(p >= band.low() && p <= band.high())
                        .as("%d of %d, p %s, %s", seen[0], seen[1], p, band)
                        .isEqualTo(in);
            }
        }
        assertThat(RateBand.of(0, 0, 0.05)).isEqualTo(new RateBand(0, 1));
    }

    private static double likelihood(int[] seen, double p) {
        double best = seen[0] / (double) seen[1];
        // Beside the best one, so that it does not vanish.
        return Math.exp(log(seen[0], p)
                + log(seen[1] - seen[0], 1 - p)
                - log(seen[0], best)
                - log(seen[1] - seen[0], 1 - best));
    }

    private static double log(int times, double p) {
        return times == 0 ? 0 : times * Math.log(p);
    }

    @Test
    void bandHoldsTheTrueRateAtEveryLook() {
        SplittableRandom random = new SplittableRandom(3);
        for (double rate : new double[] {0.01, 0.3, 0.5}) {
            int missed = 0;
            for (int run = 0; run < 100; run++) {
                int moved = 0;
                boolean ever = false;
                for (int n = 1; n <= 600 && !ever; n++) {
                    moved += random.nextDouble() < rate ? 1 : 0;
                    RateBand band = RateBand.of(moved, n, 0.1);
                    ever = rate < band.low() || rate > band.high();
                }
                missed += ever ? 1 : 0;
            }
            assertThat(missed / 100.0).as("rate %s", rate).isLessThanOrEqualTo(0.1);
        }
    }

    @Test
    void fishersTeaIsServed() {
        assertThat(Fisher.chance(3, 4, 1, 4)).isCloseTo(2 * 17 / 70.0, within(1e-12));
        assertThat(Fisher.chance(1, 4, 3, 4)).isCloseTo(2 * 17 / 70.0, within(1e-12));
        assertThat(Fisher.chance(4, 4, 0, 4)).isCloseTo(2 / 70.0, within(1e-12));
        assertThat(Fisher.chance(2, 4, 2, 4)).isEqualTo(1);
        assertThat(Fisher.chance(0, 40, 0, 50)).isEqualTo(1);
    }

    @Test
    void exactChanceIsThatOfAllTables() {
        SplittableRandom random = new SplittableRandom(9);
        for (int n = 0; n < 300; n++) {
            int of = 1 + random.nextInt(60);
            int otherOf = 1 + random.nextInt(300);
            int hits = random.nextInt(of + 1);
            int otherHits = random.nextInt(otherOf + 1);
            double above = 0;
            double below = 0;
            for (int x = 0; x <= of; x++) {
                int rest = hits + otherHits - x;
                double likely = rest < 0 || rest > otherOf ? 0 : ways(of, x) * ways(otherOf, rest);
                above += x >= hits ? likely : 0;
                below += x <= hits ? likely : 0;
            }
            double all = ways(of + otherOf, hits + otherHits);
            assertThat(Fisher.chance(hits, of, otherHits, otherOf))
                    .isCloseTo(Math.min(1, 2 * Math.min(above, below) / all), within(1e-9));
        }
    }

    private static double ways(int n, int k) {
        double ways = 1;
        for (int i = 1; i <= k; i++) {
            ways = ways * (n - k + i) / i;
        }
        return ways;
    }

    @Test
    void fourOfTheFifteenFindingsOfBenjaminiAndHochbergAreReal() {
        double[] p = {
            0.0201, 0.0001, 0.0004, 0.0019, 0.0095, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1
        };
        boolean[] real = FalseDiscovery.real(p, 0.05);
        for (int n = 0; n < p.length; n++) {
            assertThat(real[n]).as("p = %s", p[n]).isEqualTo(p[n] <= 0.0095);
        }
        assertThat(FalseDiscovery.real(new double[0], 0.05)).isEmpty();
        assertThat(FalseDiscovery.real(new double[] {0.04, 0.05}, 0.05)).containsExactly(true, true);
    }
}
