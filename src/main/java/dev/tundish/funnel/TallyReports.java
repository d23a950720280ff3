package dev.tundish.funnel;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports made of counters alone: their cost does not depend on how many leads there are. */
public final class TallyReports {

    /**
     * Counters as they were read: summed over the minutes asked for by {@code code}, or one by one.
     *
     * @param minute the minute, or {@link TallyCell#WHOLE} for sums
     */
    public record Row(int minute, String code, long leads, BigDecimal amount) {}

    private TallyReports() {}

    /** The codes that begin so are what the funnel report of this mode needs. */
    public static List<String> prefixes(FunnelQuestion.Mode mode) {
        return switch (mode) {
            case COHORT -> List.of("c:", "ci:", "cv:", TallyCode.VOIDED);
            case ACTIVITY -> List.of("a:", "ai:", "av:");
        };
    }

    /** The codes that begin so are what the feedback report needs. */
    public static List<String> feedbackPrefixes() {
        return List.of("v:", "vr:", TallyCode.UNMATCHED, "h:");
    }

    /** The codes that begin so are what {@link #activity} needs. */
    public static List<String> activityPrefixes() {
        return List.of("a:");
    }

    /**
     * The funnel report from sums by code over the question's range.
     *
     * @param question one of which {@link FunnelQuestion#fromTallies} holds
     * @param sums each counter of the range once: the minutes, or the whole campaign, never both
     */
    public static FunnelReport funnel(FunnelQuestion question, Rules rules, Collection<Row> sums) {
        if (!question.fromTallies()) {
            throw new IllegalArgumentException("counters know no times, windows, filters or breakdowns");
        }
        FunnelSums report = new FunnelSums(rules.flow());
        boolean cohort = question.mode() == FunnelQuestion.Mode.COHORT;
        for (Row row : sums) {
            if (row.leads() != 0) {
                add(report, row, cohort, row.code().split(":", 4));
            }
        }
        return report.report(question);
    }

    private static void add(FunnelSums report, Row row, boolean cohort, String[] code) {
        String kind = code[0];
        if (cohort) {
            switch (kind) {
                case "c" -> addCohort(report, row.leads(), code);
                case "ci" -> report.implied[Integer.parseInt(code[1])] += row.leads();
                case "cv" -> report.addValue(code[1], row.amount());
                case TallyCode.VOIDED -> report.voided += row.leads();
                default -> {} // a counter of another report
            }
            return;
        }
        switch (kind) {
            case "a" -> report.leads[Integer.parseInt(code[1])] += row.leads();
            case "ai" -> report.implied[Integer.parseInt(code[1])] += row.leads();
            case "av" -> report.addValue(code[1], row.amount());
            default -> {} // a counter of another report
        }
    }

    private static void addCohort(FunnelSums report, long leads, String[] code) {
        int furthest = Integer.parseInt(code[1]);
        for (int k = 0; k <= furthest; k++) {
            report.leads[k] += leads;
        }
        switch (code[2]) {
            case "o" -> report.open[furthest] += leads;
            case "x" -> {
                report.out[furthest] += leads;
                report.addReason(code[3], leads);
            }
            default -> {} // converted: counted at the last stage alone
        }
    }

    /**
     * The feedback report from counters by minute within the question's range. From sums ({@link TallyCell#WHOLE} for a
     * minute) it is the same without its series.
     *
     * @param question one without a filter
     * @param minutes each counter of the range once: the minutes, or sums, never both
     */
    public static FeedbackReport feedback(FeedbackQuestion question, Rules rules, Collection<Row> minutes) {
        if (!question.filter().isNone()) {
            throw new IllegalArgumentException("counters know no filters");
        }
        FeedbackSums report = new FeedbackSums(rules, question.bucket());
        for (Row row : minutes) {
            if (row.leads() != 0) {
                add(report, row, row.code().split(":", 3));
            }
        }
        return report.report();
    }

    private static void add(FeedbackSums report, Row row, String[] code) {
        Long at = at(row);
        switch (code[0]) {
            case "v" ->
                report.verdict(
                        at,
                        code[1].equals("s") ? Verdict.Source.STATED : Verdict.Source.IMPLIED,
                        mark(code[2]),
                        row.leads());
            case "vr" -> report.reason(at, mark(code[1]), code[2], row.leads());
            case TallyCode.UNMATCHED -> report.unmatched += row.leads();
            case "h" -> report.handedOver(code[1].equals("1"), row.leads());
            default -> {} // a counter of another report
        }
    }

    /**
     * How many leads wait for sales: handed over, still open, not moved on since, and without a verdict.
     *
     * @param sums counters that hold those of {@link #feedbackPrefixes}
     */
    public static long waiting(Collection<Row> sums) {
        return sums.stream()
                .filter(row -> row.code().equals(TallyCode.WAITING))
                .mapToLong(Row::leads)
                .sum();
    }

    /** The counter of leads that wait for sales, by the minute in which they were handed over. */
    public static String waitingCode() {
        return TallyCode.WAITING;
    }

    /** The counter of leads that came in, by their minute. */
    public static String arrivedCode() {
        return TallyCode.ARRIVED;
    }

    private static @Nullable Long at(Row row) {
        return row.minute() == TallyCell.WHOLE ? null : Long.valueOf(row.minute() * Contribution.MICROS_A_MINUTE);
    }

    private static Mark mark(String code) {
        return code.equals("g") ? Mark.GOOD : Mark.BAD;
    }

    /** The codes that begin so are what the trend of this mode needs. */
    public static List<String> trendPrefixes(FunnelQuestion.Mode mode) {
        return switch (mode) {
            case COHORT -> List.of("c:");
            case ACTIVITY -> activityPrefixes();
        };
    }

    /**
     * The trend from counters by minute within the question's range.
     *
     * @param question one of which {@link TrendQuestion#fromTallies} holds
     * @param minutes each counter of the range once, minute by minute
     */
    public static TrendReport trend(TrendQuestion question, Rules rules, Collection<Row> minutes) {
        if (!question.fromTallies()) {
            throw new IllegalArgumentException("counters know no windows and filters");
        }
        boolean cohort = question.view().mode() == FunnelQuestion.Mode.COHORT;
        TrendSums sums = new TrendSums(rules.flow(), question.bucket());
        for (Row row : minutes) {
            String[] code = row.code().split(":", 3);
            long at = row.minute() * Contribution.MICROS_A_MINUTE;
            if (cohort && code[0].equals("c")) {
                sums.addUpTo(at, Integer.parseInt(code[1]), row.leads());
            } else if (!cohort && code[0].equals("a")) {
                sums.add(at, Integer.parseInt(code[1]), row.leads());
            }
        }
        return sums.report();
    }

    /** Leads per minute at each stage (activity): {@code [minute from][stage]}, for charts. */
    public static long[][] activity(int from, int to, Rules rules, Collection<Row> minutes) {
        long[][] series = new long[Math.max(0, to - from)][rules.flow().size()];
        for (Row row : minutes) {
            String[] code = row.code().split(":", 2);
            if (code[0].equals("a") && row.minute() >= from && row.minute() < to) {
                series[row.minute() - from][Integer.parseInt(code[1])] += row.leads();
            }
        }
        return series;
    }
}
