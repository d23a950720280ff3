package dev.tundish.funnel;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a step costs, and which segments cost the most (contract, 4). {@code leads = moved + lost + undecided}. Nobody is
 * called lost while their time is open: rates are over the decided ones, {@code moved + lost}.
 *
 * @param leads counted at the step
 * @param moved of them, those counted at the next stage
 * @param lost out or expired at the step
 * @param undecided open at the step
 * @param looked how many segments were judged: so many chances there were to be misled
 * @param leaks the segments, the costliest first, those too early to judge last; at most {@link #MOST}
 */
public record LeakReport(long leads, long moved, long lost, long undecided, int looked, List<Leak> leaks) {

    /** Nobody reads further. */
    public static final int MOST = 500;

    public LeakReport {
        leaks = List.copyOf(leaks);
    }

    /**
     * The leads with one value of one attribute, or of two.
     *
     * @param where the attributes and their values; null: without the attribute
     * @param excess how many leads more were lost than if the segment lost them at the rate of all others
     * @param low lower end of its 95 % interval
     * @param high upper end of its 95 % interval
     * @param early too early to judge: under 30 decided leads in the segment, or beside it
     * @param real whether the segment differs from all others, after a correction for how many were looked at
     */
    public record Leak(
            Map<String, @Nullable String> where,
            long leads,
            long moved,
            long lost,
            long undecided,
            double excess,
            double low,
            double high,
            boolean early,
            boolean real) {

        /** Those of whom is known whether they moved. */
        public long decided() {
            return moved + lost;
        }
    }
}
