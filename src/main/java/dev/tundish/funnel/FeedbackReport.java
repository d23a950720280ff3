package dev.tundish.funnel;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What sales says (contract, 4): over the current verdicts. {@code handedOver}, {@code answered} and {@code coverage}
 * are null without a hand-over stage; {@code coverage} also when nobody was handed over.
 *
 * @param unmatched verdicts of leads in no funnel: counted here alone
 */
public record FeedbackReport(
        long judged,
        long stated,
        long implied,
        long good,
        long bad,
        long unmatched,
        @Nullable Long handedOver,
        @Nullable Long answered,
        @Nullable Double coverage,
        List<Reason> badReasons,
        List<Reason> goodReasons,
        List<Cell> series) {

    /** @param share leads / judged: so many per 100 answered */
    public record Reason(String reason, long leads, double share) {}

    /**
     * One bucket that is not empty.
     *
     * @param from its start, microseconds since the epoch
     */
    public record Cell(long from, long good, long bad, Map<String, Long> badReasons, Map<String, Long> goodReasons) {}
}
