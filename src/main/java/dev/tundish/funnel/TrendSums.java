package dev.tundish.funnel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/** What a trend adds up, wherever it is counted: leads by bucket and stage, in a table of open addressing without objects. */
final class TrendSums {

    private static final int SMALLEST = 64;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final int stages;
    private final BucketStarts[] starts;
    private long[] keys = new long[SMALLEST];
    private boolean[] taken = new boolean[SMALLEST];
    private long[] leads;
    private int size;

    TrendSums(Flow flow, Bucket bucket) {
        this.stages = flow.size();
        this.leads = new long[SMALLEST * stages];
        this.starts = new BucketStarts[stages];
        // Moments of one stage come together more often than those of all.
        Arrays.setAll(starts, _ -> new BucketStarts(bucket));
    }

    /** Leads that came to a stage then. */
    void add(long at, int stage, long count) {
        int row = place(starts[stage].startOf(at)) * stages; // first: finding the place may exchange the table
        leads[row + stage] += count;
    }

    /** Leads that came in then and got to this stage by now. */
    void addUpTo(long at, int furthest, long count) {
        int row = place(starts[0].startOf(at)) * stages;
        for (int k = 0; k <= furthest; k++) {
            leads[row + k] += count;
        }
    }

    private int place(long start) {
        int place = slot(start);
        if (!taken[place]) {
            if (++size * 2 > keys.length) {
                grow();
                place = slot(start);
            }
            keys[place] = start;
            taken[place] = true;
        }
        return place;
    }

    private int slot(long start) {
        int place = (int) (start * SPREAD >>> 40) & keys.length - 1;
        while (taken[place] && keys[place] != start) {
            place = place + 1 & keys.length - 1;
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        boolean[] oldTaken = taken;
        long[] oldLeads = leads;
        keys = new long[oldKeys.length * 2];
        taken = new boolean[keys.length];
        leads = new long[keys.length * stages];
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldTaken[old]) {
                int place = slot(oldKeys[old]);
                keys[place] = oldKeys[old];
                taken[place] = true;
                System.arraycopy(oldLeads, old * stages, leads, place * stages, stages);
            }
        }
    }

    TrendReport report() {
        List<TrendReport.Cell> cells = new ArrayList<>();
        for (int place = 0; place < keys.length; place++) {
            if (taken[place]) {
                long[] row = Arrays.copyOfRange(leads, place * stages, (place + 1) * stages);
                if (LongStream.of(row).anyMatch(n -> n != 0)) {
                    cells.add(new TrendReport.Cell(
                            keys[place], LongStream.of(row).boxed().toList()));
                }
            }
        }
        cells.sort(Comparator.comparingLong(TrendReport.Cell::from));
        return new TrendReport(cells);
    }
}
