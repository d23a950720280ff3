package dev.tundish.funnel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a campaign stands, in one word and for one reason. Many campaigns are looked at together, and so are their steps:
 * what is called off track is proven however often one looks, and so that of all that is, no more than one in twenty is
 * expected to be chance; of what leans, one in ten.
 *
 * @param worst what speaks most for the word when it is off track or watch, else null
 * @param silence when the word is quiet
 * @param early when the word is too early: at which stage there are too few leads, and how many
 */
public record Health(
        Word word,
        @Nullable Yardstick worst,
        @Nullable Silence silence,
        @Nullable Few early) {

    /** The words, those that need attention first. */
    public enum Word {
        OFF_TRACK,
        QUIET,
        WATCH,
        TOO_EARLY,
        NO_YARDSTICK,
        ON_TRACK
    }

    /** Too few leads to say anything. */
    public record Few(int stage, long leads) {}

    /**
     * What is known of one campaign.
     *
     * @param leads how many have come in
     * @param silence null: no lead is expected, or there was none yet
     */
    public record Vitals(long leads, @Nullable Silence silence, List<Yardstick> yardsticks) {
        public Vitals {
            yardsticks = List.copyOf(yardsticks);
        }
    }

    private static final double PROVEN = 0.05;
    private static final double LEANING = 0.1;

    /** One of a campaign's comparisons that are old enough to be judged. */
    private record Trial(int campaign, Yardstick yardstick, Surprise surprise) {}

    /** The health of these campaigns, looked at together. */
    public static List<Health> of(List<Vitals> campaigns) {
        List<Trial> trials = new ArrayList<>();
        for (int n = 0; n < campaigns.size(); n++) {
            for (Yardstick yardstick : campaigns.get(n).yardsticks()) {
                if (!yardstick.tooEarly()) {
                    trials.add(new Trial(n, yardstick, Surprise.of(yardstick)));
                }
            }
        }
        boolean[] proven = FalseDiscovery.real(
                trials.stream().mapToDouble(t -> 1 / t.surprise().e()).toArray(), PROVEN);
        boolean[] leaning = FalseDiscovery.real(
                trials.stream().mapToDouble(t -> t.surprise().once()).toArray(), LEANING);
        @Nullable Trial[] off = worst(campaigns.size(), trials, proven);
        @Nullable Trial[] watch = worst(campaigns.size(), trials, leaning);
        List<Health> all = new ArrayList<>();
        for (int n = 0; n < campaigns.size(); n++) {
            all.add(of(campaigns.get(n), off[n], watch[n]));
        }
        return List.copyOf(all);
    }

    private static @Nullable Trial[] worst(int campaigns, List<Trial> trials, boolean[] found) {
        @Nullable Trial[] worst = new @Nullable Trial[campaigns];
        for (int n = 0; n < found.length; n++) {
            Trial trial = trials.get(n);
            Trial before = worst[trial.campaign()];
            if (found[n]
                    && (before == null
                            || trial.surprise().e() > before.surprise().e())) {
                worst[trial.campaign()] = trial;
            }
        }
        return worst;
    }

    private static Health of(Vitals vitals, @Nullable Trial off, @Nullable Trial watch) {
        Silence silence = vitals.silence();
        if (silence != null && silence.isUnusual()) {
            return new Health(Word.QUIET, null, silence, null);
        }
        if (off != null) {
            return new Health(Word.OFF_TRACK, off.yardstick(), null, null);
        }
        if (watch != null) {
            return new Health(Word.WATCH, watch.yardstick(), null, null);
        }
        if (vitals.yardsticks().stream().anyMatch(yardstick -> !yardstick.tooEarly())) {
            return new Health(Word.ON_TRACK, null, null, null);
        }
        Few early =
                vitals.yardsticks().stream().findFirst().map(Yardstick::seen).orElse(new Few(0, vitals.leads()));
        return early.leads() < Evidence.ENOUGH || !vitals.yardsticks().isEmpty()
                ? new Health(Word.TOO_EARLY, null, null, early)
                : new Health(Word.NO_YARDSTICK, null, null, null);
    }
}
