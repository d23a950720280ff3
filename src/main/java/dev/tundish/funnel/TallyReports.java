package dev.tundish.funnel;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/** Reports made of counters alone: their cost does not depend on how many leads there are. */
public final class TallyReports {

    /**
     * Counters as they were read: summed over the minutes asked for by {@code code}, or one by one.
     *
     * @param minute the minute, or {@link TallyCell#WHOLE} for sums
     */
    public record Row(int minute, String code, long leads, BigDecimal amount) {}

    /** The codes that begin so are what the funnel report of this mode needs. */
    public static List<String> prefixes(FunnelQuestion.Mode mode) {
        throw new UnsupportedOperationException(mode.name());
    }

    /** The codes that begin so are what the feedback report needs. */
    public static List<String> feedbackPrefixes() {
        throw new UnsupportedOperationException();
    }

    /** The codes that begin so are what {@link #activity} needs. */
    public static List<String> activityPrefixes() {
        return List.of("a:");
    }

    private TallyReports() {}

    /**
     * The funnel report from sums by code over the question's range.
     *
     * @param question one of which {@link FunnelQuestion#fromTallies} holds
     */
    public static FunnelReport funnel(FunnelQuestion question, Rules rules, Collection<Row> sums) {
        throw new UnsupportedOperationException();
    }

    /**
     * The feedback report from counters by minute within the question's range.
     *
     * @param question one without a filter
     */
    public static FeedbackReport feedback(FeedbackQuestion question, Rules rules, Collection<Row> minutes) {
        throw new UnsupportedOperationException();
    }

    /** Leads per minute at each stage (activity): {@code [minute from][stage]}, for charts. */
    public static long[][] activity(int from, int to, Rules rules, Collection<Row> minutes) {
        throw new UnsupportedOperationException();
    }
}
