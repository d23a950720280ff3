package dev.tundish.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tundish.funnel.Evidence.Word;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What may be said of rates. */
class EvidenceTests {

    private static final Offset<Double> PRINTED = within(5e-5);

    private static void is(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, PRINTED);
        assertThat(interval.high()).isCloseTo(high, PRINTED);
    }

    @Test
    void intervalsAreThoseThatNewcombePrinted() {
        double z = 1.959963984540054;
        is(Interval.rate(81, 263, z), 0.2553, 0.3662);
        is(Interval.rate(15, 148, z), 0.0624, 0.1605);
        is(Interval.rate(0, 20, z), 0, 0.1611);
        is(Interval.rate(1, 29, z), 0.0061, 0.1718);
        is(Interval.difference(56, 70, 48, 80, z), 0.0524, 0.3339);
        is(Interval.difference(9, 10, 3, 10, z), 0.1705, 0.8090);
        is(Interval.difference(5, 56, 0, 29, z), -0.0381, 0.1926);
        is(Interval.difference(0, 10, 0, 20, z), -0.1611, 0.2775);
        is(Interval.difference(10, 10, 0, 10, z), 0.6075, 1);
    }

    @Test
    void differenceIsSaidInPointsWithItsInterval() {
        Evidence evidence = Evidence.compare(56, 70, 48, 80);
        assertThat(evidence.points()).isCloseTo(0.2, within(1e-12));
        assertThat(evidence.low()).isCloseTo(0.0524, PRINTED);
        assertThat(evidence.high()).isCloseTo(0.3339, PRINTED);
        Evidence target = Evidence.against(15, 148, 0.2);
        assertThat(target.points()).isCloseTo(15 / 148.0 - 0.2, within(1e-12));
        assertThat(target.low()).isCloseTo(0.0624 - 0.2, PRINTED);
        assertThat(target.high()).isCloseTo(0.1605 - 0.2, PRINTED);
    }

    @Test
    void under30LeadsOnASideItIsTooEarlyWhateverTheyDid() {
        assertThat(Evidence.compare(29, 29, 0, 5_000).word()).isEqualTo(Word.TOO_EARLY);
        assertThat(Evidence.compare(5_000, 5_000, 0, 29).word()).isEqualTo(Word.TOO_EARLY);
        assertThat(Evidence.compare(30, 30, 0, 30).word()).isEqualTo(Word.ABOVE);
        assertThat(Evidence.against(29, 29, 0.1).word()).isEqualTo(Word.TOO_EARLY);
        assertThat(Evidence.against(30, 30, 0.1).word()).isEqualTo(Word.ABOVE);
    }

    @Test
    void ofNothingNothingIsSaid() {
        assertThat(Evidence.compare(0, 0, 5, 50)).isEqualTo(new Evidence(null, null, null, Word.TOO_EARLY));
        assertThat(Evidence.compare(5, 50, 0, 0)).isEqualTo(new Evidence(null, null, null, Word.TOO_EARLY));
        assertThat(Evidence.against(0, 0, 0.5)).isEqualTo(new Evidence(null, null, null, Word.TOO_EARLY));
        assertThatIllegalArgumentException().isThrownBy(() -> Evidence.compare(6, 5, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Evidence.against(-1, 5, 0.1));
    }

    @Test
    void whatIsProvenLeansAndWhatLeansDiffers() {
        assertThat(Evidence.compare(50, 100, 50, 100).word()).isEqualTo(Word.NO_DIFFERENCE);
        assertThat(Evidence.compare(63, 100, 50, 100).word()).isEqualTo(Word.LEANING_ABOVE);
        assertThat(Evidence.compare(50, 100, 63, 100).word()).isEqualTo(Word.LEANING_BELOW);
        assertThat(Evidence.compare(90, 100, 50, 100).word()).isEqualTo(Word.ABOVE);
        assertThat(Evidence.compare(50, 100, 90, 100).word()).isEqualTo(Word.BELOW);
        assertThat(Evidence.against(10, 100, 0.17).word()).isEqualTo(Word.LEANING_BELOW);
        assertThat(Evidence.against(1, 100, 0.3).word()).isEqualTo(Word.BELOW);
        assertThat(Evidence.against(30, 100, 0.3).word()).isEqualTo(Word.NO_DIFFERENCE);
        assertThat(Evidence.against(100, 100, 1.5).word()).isEqualTo(Word.BELOW);
    }

    /** In how many of so many launches a word that passes was ever said when one looked after every lead. */
    private static double everSaid(double ours, double theirs, int runs, int leads, Predicate<Word> passes) {
        SplittableRandom random = new SplittableRandom(11);
        int said = 0;
        for (int run = 0; run < runs; run++) {
            int n = 0;
            int moved = 0;
            int otherN = 0;
            int otherMoved = 0;
            boolean ever = false;
            while (n + otherN < leads && !ever) {
                if (random.nextBoolean()) {
                    n++;
                    moved += random.nextDouble() < ours ? 1 : 0;
                } else {
                    otherN++;
                    otherMoved += random.nextDouble() < theirs ? 1 : 0;
                }
                ever = passes.test(
                        Evidence.compare(moved, n, otherMoved, otherN).word());
            }
            said += ever ? 1 : 0;
        }
        return (double) said / runs;
    }

    private static boolean isProven(Word word) {
        return word == Word.ABOVE || word == Word.BELOW;
    }

    @Test
    void betweenEqualRatesNothingIsProvenHoweverOftenOneLooks() {
        for (double rate : new double[] {0.02, 0.2, 0.5, 0.95}) {
            assertThat(everSaid(rate, rate, 200, 2_000, EvidenceTests::isProven))
                    .as("rate %s", rate)
                    .isLessThanOrEqualTo(0.05);
        }
    }

    @Test
    void oneLookAtATimeWouldBeFooled() {
        assertThat(everSaid(0.2, 0.2, 250, 3_000, word -> word != Word.TOO_EARLY && word != Word.NO_DIFFERENCE))
                .isGreaterThan(0.3);
    }

    @Test
    void realDifferenceIsProvenInTime() {
        assertThat(everSaid(0.3, 0.15, 100, 3_000, word -> word == Word.ABOVE)).isGreaterThan(0.95);
        assertThat(everSaid(0.15, 0.3, 100, 3_000, word -> word == Word.BELOW)).isGreaterThan(0.95);
    }

    @Test
    void targetThatIsMetIsNotCalledMissedHoweverOftenOneLooks() {
        for (double rate : new double[] {0.02, 0.3}) {
            SplittableRandom random = new SplittableRandom(5);
            int said = 0;
            for (int run = 0; run < 300; run++) {
                int moved = 0;
                boolean ever = false;
                for (int n = 1; n <= 3_000 && !ever; n++) {
                    moved += random.nextDouble() < rate ? 1 : 0;
                    ever = isProven(Evidence.against(moved, n, rate).word());
                }
                said += ever ? 1 : 0;
            }
            assertThat(said / 300.0).as("rate %s", rate).isLessThanOrEqualTo(0.05);
        }
    }
}
