package dev.tundish.funnel;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How much of a campaign's goal should be there by now. Along the predecessor's curve when there is one: what share of its
 * leads it had at this age. Else along working hours from the launch to the end; never straight through nights and
 * weekends. Times in microseconds since the epoch.
 *
 * @param launch when it begins: nothing is due before
 * @param end when the whole goal is due, or null: then only a predecessor's curve can say
 */
public record Plan(long launch, @Nullable Long end, ZoneId zone) {

    /** Fewer leads than this make no curve. */
    public static final int ENOUGH = 30;

    /**
     * A finished campaign, to be followed.
     *
     * @param launch when it was launched
     * @param end when it ended
     */
    public record Example(long launch, long end) {

        /** The moment at which it was as old as a campaign that was launched then is now. */
        public long atAgeOf(long launched, long now) {
            return launch + (now - launched);
        }
    }

    /**
     * Where the example's curve ends for this plan: at its own end when the plan has none, else when it was as old as this
     * plan will be. Null when it did not run that long: nobody knows how it would have gone on.
     */
    public @Nullable Long endOf(Example example) {
        if (end == null) {
            return example.end();
        }
        long as = example.atAgeOf(launch, end);
        return as <= example.end() ? as : null;
    }

    /**
     * The share that is due along an example's curve, or null when its leads are too few to make one.
     *
     * @param atThisAge leads that the example had when it was as old
     * @param inAll leads that it had at the curve's end ({@link #endOf})
     */
    public @Nullable Double due(long now, long atThisAge, long inAll) {
        if (inAll < ENOUGH) {
            return null;
        }
        if (now <= launch) {
            return 0.0;
        }
        return end != null && now >= end ? 1.0 : Math.min(1, (double) atThisAge / inAll);
    }

    /** The share that is due along working hours, or null when there is no end, or no working hour before it. */
    public @Nullable Double due(long now) {
        if (end == null) {
            return null;
        }
        long whole = WorkingHours.between(launch, end, zone);
        if (whole == 0) {
            return null;
        }
        return (double) WorkingHours.between(launch, Math.clamp(now, launch, Math.max(launch, end)), zone) / whole;
    }
}
