package dev.tundish.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tundish.funnel.Health.Few;
import dev.tundish.funnel.Health.Vitals;
import dev.tundish.funnel.Health.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HealthTests {

    private static final Yardstick FINE = new Yardstick.Predecessor(0, 1, 200, 400, 190, 400);
    private static final Yardstick BAD = new Yardstick.Predecessor(1, 2, 36, 200, 82, 200);
    private static final Yardstick WORSE = new Yardstick.Target(0, 200, 900, 1500);
    private static final Yardstick LEANING = new Yardstick.Predecessor(2, 3, 20, 100, 36, 100);
    private static final Yardstick EARLY = new Yardstick.Predecessor(3, 4, 1, 29, 20, 40);
    private static final Silence LONG = new Silence(1_000, 60, new UsualGaps.Usual(12, false));

    @Test
    void withoutAYardstickItIsNeverCalledHealthy() {
        assertThat(word(30, null)).isEqualTo(Word.NO_YARDSTICK);
        assertThat(word(1_000_000, null)).isEqualTo(Word.NO_YARDSTICK);
    }

    @Test
    void underThirtyItIsTooEarly() {
        assertThat(of(29, null).early()).isEqualTo(new Few(0, 29));
        assertThat(of(500, null, EARLY)).isEqualTo(new Health(Word.TOO_EARLY, null, null, new Few(3, 29)));
        assertThat(word(500, null, new Yardstick.Target(0, 2, 29.9, 100))).isEqualTo(Word.TOO_EARLY);
        assertThat(word(500, null, new Yardstick.TargetRate(0, 1, 1, 29, 0.9))).isEqualTo(Word.TOO_EARLY);
        assertThat(word(500, null, new Yardstick.Target(0, 30, 5, 100)))
                .as("there are more than are due")
                .isEqualTo(Word.ON_TRACK);
        assertThat(word(500, null, EARLY, FINE)).as("one step is old enough").isEqualTo(Word.ON_TRACK);
    }

    @Test
    void whatIsProvenBelowIsOffTrackForTheReasonThatSpeaksMost() {
        assertThat(of(400, null, FINE, BAD, LEANING)).isEqualTo(new Health(Word.OFF_TRACK, BAD, null, null));
        assertThat(of(400, null, BAD, WORSE).worst()).isEqualTo(WORSE);
        assertThat(word(400, null, new Yardstick.TargetRate(1, 2, 36, 200, 0.4)))
                .isEqualTo(Word.OFF_TRACK);
    }

    @Test
    void whatLeansBelowIsToBeWatched() {
        assertThat(of(400, null, FINE, LEANING)).isEqualTo(new Health(Word.WATCH, LEANING, null, null));
    }

    @Test
    void silenceComesBeforeAll() {
        assertThat(of(400, LONG, BAD)).isEqualTo(new Health(Word.QUIET, null, LONG, null));
        assertThat(word(3, LONG)).isEqualTo(Word.QUIET);
        Silence usual = new Silence(1_000, 12, new UsualGaps.Usual(12, false));
        assertThat(word(400, usual, FINE)).isEqualTo(Word.ON_TRACK);
    }

    @Test
    void withinATenthOfThePlanIsOnIt() {
        assertThat(word(400, null, new Yardstick.Target(0, 45_500, 50_000, 100_000)))
                .isEqualTo(Word.ON_TRACK);
        assertThat(word(400, null, new Yardstick.Target(0, 42_000, 50_000, 100_000)))
                .isEqualTo(Word.OFF_TRACK);
    }

    @Test
    void whatLeansAmongManyIsChance() {
        List<Vitals> many = new ArrayList<>();
        many.add(vitals(400, null, LEANING));
        for (int n = 0; n < 200; n++) {
            many.add(vitals(400, null, FINE, FINE));
        }
        assertThat(Health.of(many).getFirst().word()).isEqualTo(Word.ON_TRACK);
        many.set(0, vitals(400, null, WORSE));
        assertThat(Health.of(many).getFirst().word()).isEqualTo(Word.OFF_TRACK);
    }

    @Test
    void ofTwoHundredCampaignsLikeTheirPredecessorsHardlyOneIsCalledOffTrack() {
        Random random = new Random(17);
        int listsWithAFalseWord = 0;
        int watched = 0;
        for (int run = 0; run < 40; run++) {
            List<Vitals> all = new ArrayList<>();
            for (int n = 0; n < 200; n++) {
                all.add(vitals(400, null, chance(random), chance(random), chance(random)));
            }
            List<Health> healths = Health.of(all);
            listsWithAFalseWord += healths.stream().anyMatch(health -> health.word() == Word.OFF_TRACK) ? 1 : 0;
            watched += (int) healths.stream()
                    .filter(health -> health.word() == Word.WATCH)
                    .count();
        }
        assertThat(listsWithAFalseWord).isLessThanOrEqualTo(2);
        assertThat(watched).as("of 8,000").isLessThan(40);
    }

    private static Yardstick chance(Random random) {
        long of = 50 + random.nextInt(300);
        long otherOf = 50 + random.nextInt(300);
        double rate = 0.1 + random.nextDouble() * 0.6;
        return new Yardstick.Predecessor(0, 1, moved(random, of, rate), of, moved(random, otherOf, rate), otherOf);
    }

    private static long moved(Random random, long of, double rate) {
        return random.doubles(of).filter(d -> d < rate).count();
    }

    private static Word word(long leads, @Nullable Silence silence, Yardstick... yardsticks) {
        return of(leads, silence, yardsticks).word();
    }

    private static Health of(long leads, @Nullable Silence silence, Yardstick... yardsticks) {
        return Health.of(List.of(vitals(leads, silence, yardsticks))).getFirst();
    }

    private static Vitals vitals(long leads, @Nullable Silence silence, Yardstick... yardsticks) {
        return new Vitals(leads, silence, List.of(yardsticks));
    }
}
