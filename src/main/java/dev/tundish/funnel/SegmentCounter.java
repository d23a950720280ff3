package dev.tundish.funnel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Counts leads per stage for every value of one attribute. */
final class SegmentCounter {

    /** A key of more different values can be filtered, not broken down (contract, 2). */
    static final int MOST_VALUES = 50_000;

    /** So many segments are named, the rest is one (contract, 4). */
    private static final int NAMED = 1_000;

    private final Dictionary<String> column;
    private final int stages;
    private final long[] counts;

    SegmentCounter(Columns columns, String key, int stages) {
        this.column = columns.attributes.getOrDefault(key, new Dictionary<>());
        if (column.size() > MOST_VALUES) {
            throw new IllegalArgumentException(
                    "breakdown: %s has %,d different values; a breakdown takes at most %,d, use a filter"
                            .formatted(key, column.size(), MOST_VALUES));
        }
        this.stages = stages;
        this.counts = new long[column.codeCount() * stages];
    }

    void count(int lead, int stage) {
        counts[column.code(lead) * stages + stage]++;
    }

    List<FunnelReport.Segment> segments() {
        List<FunnelReport.Segment> all = new ArrayList<>();
        for (int code = 0; code < column.codeCount(); code++) {
            long[] row = row(code);
            if (LongStream.of(row).anyMatch(leads -> leads > 0)) {
                all.add(segment(column.value(code), false, row));
            }
        }
        all.sort(Comparator.comparingLong((FunnelReport.Segment s) -> s.stages().getFirst())
                .reversed()
                .thenComparing(SegmentCounter::byValue));
        return all.size() <= NAMED ? all : cut(all);
    }

    private long[] row(int code) {
        long[] row = new long[stages];
        System.arraycopy(counts, code * stages, row, 0, stages);
        return row;
    }

    private static FunnelReport.Segment segment(@Nullable String value, boolean other, long[] row) {
        return new FunnelReport.Segment(value, other, LongStream.of(row).boxed().toList());
    }

    /** By code points, without the attribute last. */
    private static int byValue(FunnelReport.Segment a, FunnelReport.Segment b) {
        String x = a.value();
        String y = b.value();
        if (x == null || y == null) {
            return Boolean.compare(x == null, y == null);
        }
        return Order.compare(x, y);
    }

    private List<FunnelReport.Segment> cut(List<FunnelReport.Segment> all) {
        long[] rest = new long[stages];
        for (FunnelReport.Segment segment : all.subList(NAMED, all.size())) {
            for (int k = 0; k < stages; k++) {
                rest[k] += segment.stages().get(k);
            }
        }
        List<FunnelReport.Segment> cut = new ArrayList<>(all.subList(0, NAMED));
        cut.add(segment(null, true, rest));
        return cut;
    }
}
