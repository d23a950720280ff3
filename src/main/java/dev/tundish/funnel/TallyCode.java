package dev.tundish.funnel;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The codes of the counters, written and read here alone. What stands before the first colon is the kind:
 *
 * <pre>
 * a:stage                                  leads at a stage, by the minute of reached(stage)
 * ai:stage                                 of these, those that no own event put there
 * av:currency                              value won, by the minute of reached(last)
 * c:furthest:o|x|w[:reason]                leads by the minute of reached(0): open, out for a reason, converted
 * ci:stage   cv:currency   cx              of the cohort: implied, value, voided leads (they are nowhere else)
 * v:s|i:g|b                                verdicts by their minute: stated or implied, good or bad
 * vr:g|b:reason   vu                       their reasons; verdicts of leads in no funnel
 * h:w|0|1                                  handed over, by the minute of reached(hand-over): sales is waited for; else
 *                                          without a verdict, or with one
 * </pre>
 */
final class TallyCode {

    static final String VOIDED = "cx";
    static final String UNMATCHED = "vu";
    static final String WAITING = "h:w";
    static final String ARRIVED = "a:0";

    private static final String[] ACTIVITY = perStage("a:");
    private static final String[] ACTIVITY_IMPLIED = perStage("ai:");
    private static final String[] COHORT_IMPLIED = perStage("ci:");
    private static final String[] OPEN = perStage("c:", ":o");
    private static final String[] WON = perStage("c:", ":w");

    private TallyCode() {}

    private static String[] perStage(String before) {
        return perStage(before, "");
    }

    private static String[] perStage(String before, String after) {
        return IntStream.range(0, Flow.MAX_STAGES)
                .mapToObj(k -> before + k + after)
                .toArray(String[]::new);
    }

    static String activity(int stage) {
        return ACTIVITY[stage];
    }

    static String activityImplied(int stage) {
        return ACTIVITY_IMPLIED[stage];
    }

    static String activityValue(String currency) {
        return "av:" + currency;
    }

    static String cohort(int furthest, Status status, @Nullable String reason) {
        return switch (status) {
            case OPEN -> OPEN[furthest];
            case CONVERTED -> WON[furthest];
            case OUT -> "c:" + furthest + ":x:" + reason;
        };
    }

    static String cohortImplied(int stage) {
        return COHORT_IMPLIED[stage];
    }

    static String cohortValue(String currency) {
        return "cv:" + currency;
    }

    static String verdict(Verdict.Source source, Mark mark) {
        return "v:" + (source == Verdict.Source.STATED ? 's' : 'i') + ':' + mark(mark);
    }

    static String verdictReason(Mark mark, String reason) {
        return "vr:" + mark(mark) + ':' + reason;
    }

    private static char mark(Mark mark) {
        return mark == Mark.GOOD ? 'g' : 'b';
    }

    static String handedOver(boolean answered) {
        return answered ? "h:1" : "h:0";
    }
}
