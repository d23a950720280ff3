package dev.tundish.funnel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The leads at a step with their fates, found once, and how many of each fate have which value of an attribute. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record AtStep(int[] leads, byte[] fates, long[] all) {

    static AtStep find(int size, StepScan step) {
        int[] leads = new int[size];
        byte[] fates = new byte[size];
        long[] all = new long[StepScan.FATES];
        int count = 0;
        for (int lead = 0; lead < size; lead++) {
            byte fate = step.fate(lead);
            if (fate != StepScan.NOT_THERE) {
                leads[count] = lead;
                fates[count++] = fate;
                all[fate]++;
            }
        }
        return new AtStep(Arrays.copyOf(leads, count), Arrays.copyOf(fates, count), all);
    }

    int size() {
        return leads.length;
    }

    /** By code and fate. */
    int[] count(Dictionary<String> column) {
        int[] counts = new int[column.codeCount() * StepScan.FATES];
        for (int n = 0; n < leads.length; n++) {
            counts[column.code(leads[n]) * StepScan.FATES + fates[n]]++;
        }
        return counts;
    }

    /** The leads of all fates in a cell of counts. */
    static int sum(int[] counts, int cell) {
        int at = cell * StepScan.FATES;
        return counts[at] + counts[at + 1] + counts[at + 2];
    }

    /**
     * The segment of a cell of counts, or null: nobody is there, or everybody, who has nobody to be compared with.
     *
     * @param and null: of one attribute alone
     */
    @Nullable
    Segment segment(Segment.Place place, Segment.@Nullable Place and, int[] counts, int cell) {
        int sum = sum(counts, cell);
        if (sum == 0 || sum == leads.length) {
            return null;
        }
        int at = cell * StepScan.FATES;
        long moved = counts[at + StepScan.MOVED];
        long lost = counts[at + StepScan.LOST];
        return Segment.of(
                place,
                and,
                moved,
                lost,
                counts[at + StepScan.UNDECIDED],
                all[StepScan.MOVED] - moved,
                all[StepScan.LOST] - lost);
    }
}
