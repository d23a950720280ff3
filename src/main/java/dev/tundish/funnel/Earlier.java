package dev.tundish.funnel;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The question that a view is compared with: of an earlier time, as it stood then. What is compared had the same time to
 * move, so that an older launch does not look better for being older.
 */
public final class Earlier {

    private static final long WEEK = 7 * 86_400_000_000L;
    private static final long MINUTE = 60_000_000;

    private Earlier() {}

    /**
     * The same days of the week before: as many whole weeks earlier as the range begins, by the clock on the wall.
     *
     * @param now until when the view counts, if it says nothing else
     * @throws IllegalArgumentException when the range has no beginning
     */
    public static FunnelQuestion period(FunnelQuestion view, ZoneId zone, long now) {
        Long from = view.from();
        if (from == null) {
            throw new IllegalArgumentException("from: what has no beginning has no period before it");
        }
        long length = wall(view.to() == null ? now : view.to(), zone) - wall(from, zone);
        long weeks = Math.max(1, Math.ceilDiv(length, WEEK));
        return moved(view, now, at -> micros(local(at, zone).minusWeeks(weeks), zone));
    }

    /**
     * Another campaign at the same age.
     *
     * @param launched when ours was launched
     * @param otherLaunched when the other one was
     */
    public static FunnelQuestion sameAge(FunnelQuestion view, long launched, long otherLaunched, long now) {
        // By whole minutes, as ranges are.
        long by = Math.floorDiv(otherLaunched - launched, MINUTE) * MINUTE;
        return moved(view, now, at -> at + by);
    }

    private static FunnelQuestion moved(FunnelQuestion view, long now, LongUnaryOperator move) {
        return new FunnelQuestion(
                view.mode(),
                orNull(view.from(), move),
                orNull(view.to(), move),
                view.window(),
                move.applyAsLong(view.asOf()),
                view.counts(),
                view.times(),
                view.breakdown(),
                view.filter(),
                move.applyAsLong(view.until() == null ? now : view.until()));
    }

    private static @Nullable Long orNull(@Nullable Long at, LongUnaryOperator move) {
        return at == null ? null : Long.valueOf(move.applyAsLong(at));
    }

    private static LocalDateTime local(long at, ZoneId zone) {
        return LocalDateTime.ofInstant(Instant.EPOCH.plus(at, ChronoUnit.MICROS), zone);
    }

    /** What a clock on the wall shows, as a number of which differences can be taken. */
    private static long wall(long at, ZoneId zone) {
        return micros(local(at, zone), ZoneOffset.UTC);
    }

    private static long micros(LocalDateTime at, ZoneId zone) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at.atZone(zone).toInstant());
    }
}
