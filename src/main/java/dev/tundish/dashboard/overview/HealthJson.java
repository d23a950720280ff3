package dev.tundish.dashboard.overview;

import dev.tundish.funnel.Health;
import dev.tundish.funnel.Silence;
import dev.tundish.funnel.UsualGaps;
import dev.tundish.funnel.Yardstick;
import org.jspecify.annotations.Nullable;

/** Why a campaign's health is what it is, as data: {@code frontend/tundish/health.ts} has the words. */
final class HealthJson {

    private HealthJson() {}

    record Target(String kind, int stage, long leads, double due, long wanted) {}

    record Rate(String kind, int from, int stage, long moved, long of, double wanted) {}

    record Step(String kind, int from, int stage, long moved, long of, long otherMoved, long otherOf) {}

    /** @param usual null: nothing is usual any more */
    record Quiet(
            String kind,
            @Nullable Long since,
            long minutes,
            @Nullable Long usual,
            boolean working) {}

    record Early(String kind, int stage, long leads) {}

    static @Nullable Object why(Health health) {
        Silence silence = health.silence();
        if (silence != null) {
            return quiet(silence);
        }
        Health.Few early = health.early();
        if (early != null) {
            return new Early("early", early.stage(), early.leads());
        }
        Yardstick worst = health.worst();
        return worst == null ? null : why(worst);
    }

    private static Object why(Yardstick worst) {
        return switch (worst) {
            case Yardstick.Target(int stage, long leads, double due, long wanted) ->
                new Target("target", stage, leads, due, wanted);
            case Yardstick.TargetRate(int from, int stage, long moved, long of, double wanted) ->
                new Rate("rate", from, stage, moved, of, wanted);
            case Yardstick.Predecessor(int from, int stage, long moved, long of, long otherMoved, long otherOf) ->
                new Step("predecessor", from, stage, moved, of, otherMoved, otherOf);
        };
    }

    private static Quiet quiet(Silence silence) {
        Integer since = silence.since();
        UsualGaps.Usual usual = silence.usual();
        return new Quiet(
                "quiet",
                since == null ? null : Long.valueOf(since * 60_000L),
                silence.minutes(),
                since == null || usual == null ? null : Long.valueOf(usual.minutes()),
                usual != null && usual.working());
    }
}
