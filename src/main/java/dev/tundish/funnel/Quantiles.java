package dev.tundish.funnel;

import org.jspecify.annotations.Nullable;

/** Exact nearest-rank quantiles: the value at rank {@code ceil(q × n)}, found by quickselect (Hoare) in place. */
final class Quantiles {

    private static final double MICROS_A_SECOND = 1e6;

    private Quantiles() {}

    /** p50 and p90 of the first so many numbers, microseconds given as seconds. Null when there are none. Reorders. */
    static FunnelReport.@Nullable Spread spread(long[] numbers, int count) {
        if (count == 0) {
            return null;
        }
        int ninety = (int) ((9L * count + 9) / 10) - 1;
        int fifty = (int) ((count + 1L) / 2) - 1;
        long p90 = select(numbers, 0, count - 1, ninety);
        long p50 = select(numbers, 0, ninety, fifty);
        return new FunnelReport.Spread(p50 / MICROS_A_SECOND, p90 / MICROS_A_SECOND);
    }

    /** The number that would stand at this place if the range were sorted; no larger one stands before it then. */
    private static long select(long[] a, int from, int to, int rank) {
        int low = from;
        int high = to;
        while (low < high) {
            long pivot = median(a[low], a[low + high >>> 1], a[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (a[i] < pivot) {
                    i++;
                }
                while (a[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    long swapped = a[i];
                    a[i++] = a[j];
                    a[j--] = swapped;
                }
            }
            if (rank <= j) {
                high = j;
            } else if (rank >= i) {
                low = i;
            } else {
                return a[rank];
            }
        }
        return a[rank];
    }

    private static long median(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
