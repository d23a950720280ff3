package dev.tundish.funnel;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a feedback report adds up, wherever it is counted, and the report that follows. */
final class FeedbackSums {

    /** Counts of one bucket, or of all. */
    private static final class Counts {
        private long good;
        private long bad;
        private final Map<String, Long> goodReasons = new TreeMap<>();
        private final Map<String, Long> badReasons = new TreeMap<>();

        private void add(Mark mark, long leads) {
            good += mark == Mark.GOOD ? leads : 0;
            bad += mark == Mark.BAD ? leads : 0;
        }

        private void addReason(Mark mark, String reason, long leads) {
            (mark == Mark.GOOD ? goodReasons : badReasons).merge(reason, leads, Long::sum);
        }
    }

    private final Rules rules;
    private final BucketStarts starts;
    private final Counts all = new Counts();
    private final Map<Long, Counts> series = new HashMap<>();
    private @Nullable Counts lastBucket;
    private long lastStart;
    private long stated;
    long unmatched;
    private long handedOver;
    private long answered;

    FeedbackSums(Rules rules, Bucket bucket) {
        this.rules = rules;
        this.starts = new BucketStarts(bucket);
    }

    /** @param at null: in no bucket */
    void verdict(@Nullable Long at, Verdict.Source source, Mark mark, long leads) {
        stated += source == Verdict.Source.STATED ? leads : 0;
        all.add(mark, leads);
        if (at != null) {
            bucket(at).add(mark, leads);
        }
    }

    void reason(@Nullable Long at, Mark mark, String reason, long leads) {
        all.addReason(mark, reason, leads);
        if (at != null) {
            bucket(at).addReason(mark, reason, leads);
        }
    }

    void handedOver(boolean withVerdict, long leads) {
        handedOver += leads;
        answered += withVerdict ? leads : 0;
    }

    private Counts bucket(long at) {
        long start = starts.startOf(at);
        if (lastBucket == null || lastStart != start) {
            lastBucket = series.computeIfAbsent(start, _ -> new Counts());
            lastStart = start;
        }
        return lastBucket;
    }

    FeedbackReport report() {
        long judged = all.good + all.bad;
        boolean handover = rules.handover() >= 0;
        return new FeedbackReport(
                judged,
                stated,
                judged - stated,
                all.good,
                all.bad,
                unmatched,
                handover ? Long.valueOf(handedOver) : null,
                handover ? Long.valueOf(answered) : null,
                handover ? Rates.ratio(answered, handedOver) : null,
                ranked(all.badReasons, judged),
                ranked(all.goodReasons, judged),
                cells());
    }

    private static List<FeedbackReport.Reason> ranked(Map<String, Long> reasons, long judged) {
        return reasons.entrySet().stream()
                .map(e -> new FeedbackReport.Reason(e.getKey(), e.getValue(), (double) e.getValue() / judged))
                .sorted(Comparator.comparingLong(FeedbackReport.Reason::leads)
                        .reversed()
                        .thenComparing(FeedbackReport.Reason::reason, Order::compare))
                .toList();
    }

    private List<FeedbackReport.Cell> cells() {
        return series.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new FeedbackReport.Cell(
                        e.getKey(),
                        e.getValue().good,
                        e.getValue().bad,
                        e.getValue().badReasons,
                        e.getValue().goodReasons))
                .toList();
    }
}
