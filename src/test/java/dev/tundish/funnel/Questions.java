package dev.tundish.funnel;

import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Questions of every kind, from chance; bounds and moments of judgement often lie just on a lead's own times. */
final class Questions {

    private static final long MINUTE = Chance.MINUTE;
    private static final List<Long> WINDOWS =
            List.of(1L, MINUTE, 90 * MINUTE, 36 * 60 * MINUTE, 3_660L * 1440 * MINUTE);
    private static final List<String> KEYS = List.of("source", "segment", "no_such_key");
    private static final List<String> VALUES = List.of("google", "meta", "smb", "", "\uD83D\uDE00", "no such value");
    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("Europe/Amsterdam"), ZoneId.of("America/New_York"), ZoneId.of("Asia/Kathmandu"));

    private final Chance chance;
    private final Random random;
    private final List<Journey> journeys;

    Questions(Chance chance, List<Journey> journeys) {
        this.chance = chance;
        this.random = chance.random();
        this.journeys = journeys;
    }

    FunnelQuestion funnel() {
        boolean cohort = random.nextInt(3) > 0;
        Long window = cohort && random.nextBoolean() ? window() : null;
        return new FunnelQuestion(
                cohort ? FunnelQuestion.Mode.COHORT : FunnelQuestion.Mode.ACTIVITY,
                bound(),
                bound(),
                window,
                someTime() + (window == null ? 0 : window) + random.nextInt(3) - 1,
                true,
                random.nextBoolean(),
                random.nextBoolean() ? null : chance.one(KEYS),
                filter());
    }

    FeedbackQuestion feedback() {
        Bucket bucket = switch (random.nextInt(3)) {
            case 0 -> new Bucket.Minutes(1 + random.nextInt(720));
            case 1 -> new Bucket.Days(chance.one(ZONES));
            default -> new Bucket.Weeks(chance.one(ZONES));
        };
        return new FeedbackQuestion(bound(), bound(), bucket, filter());
    }

    Filter filter() {
        Filter filter = Filter.NONE;
        while (random.nextInt(3) == 0) {
            filter = filter.with(chance.one(KEYS), chance.one(VALUES));
        }
        return filter;
    }

    /** A lead's own step, or a window of any size. */
    private Long window() {
        if (random.nextBoolean() && !journeys.isEmpty()) {
            long[] reached = chance.one(journeys).reached();
            long first = reached[0];
            long later = reached[random.nextInt(reached.length)];
            if (later != Journey.NEVER && later > first) {
                return later - first - random.nextInt(2);
            }
        }
        return chance.one(WINDOWS);
    }

    private @Nullable Long bound() {
        return switch (random.nextInt(4)) {
            case 0 -> chance.maybeMinute();
            case 1 -> Math.floorDiv(someTime(), MINUTE) * MINUTE;
            default -> null;
        };
    }

    private long someTime() {
        Journey journey = journeys.isEmpty() ? null : chance.one(journeys);
        return journey == null || journey.stage() < 0
                ? Chance.START
                : journey.reached()[random.nextInt(journey.stage() + 1)];
    }
}
