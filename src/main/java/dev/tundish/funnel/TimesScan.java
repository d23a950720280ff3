package dev.tundish.funnel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** How long a step took by a scan over the columns. */
final class TimesScan {

    private static final long SECOND = 1_000_000;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /** Where bars begin and end, in seconds. They do not follow the data, so that bars stay where they are while it runs. */
    private static final long[] BOUNDS = {
        0,
        1,
        2,
        5,
        10,
        30,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        4 * HOUR,
        8 * HOUR,
        DAY,
        2 * DAY,
        3 * DAY,
        5 * DAY,
        7 * DAY,
        14 * DAY,
        30 * DAY,
        60 * DAY,
        90 * DAY,
        180 * DAY,
        365 * DAY,
        730 * DAY,
        3_650 * DAY,
        36_500 * DAY
    };

    private static final int LEAST_BARS = 12;
    private static final int MOST_BARS = 20;

    private TimesScan() {}

    static TimesReport report(Columns columns, Flow flow, TimesQuestion question) {
        int step = question.step();
        if (step > flow.last()) {
            throw new IllegalArgumentException("stage: there is no such stage");
        }
        View view = new View(columns, question.view());
        long[] numbers = new long[columns.size()];
        int count = 0;
        for (int lead = 0; lead < columns.size(); lead++) {
            if (view.inCohort(lead) && !columns.voided(lead) && view.furthest(lead) >= step) {
                long took = columns.took(lead, step);
                if (took >= 0) {
                    numbers[count++] = took;
                }
            }
        }
        List<TimesReport.Bar> bars = bars(numbers, count);
        FunnelReport.Spread spread = Quantiles.spread(numbers, count);
        return spread == null
                ? new TimesReport(0, null, null, List.of())
                : new TimesReport(count, spread.p50(), spread.p90(), bars);
    }

    private static List<TimesReport.Bar> bars(long[] numbers, int count) {
        long[] leads = new long[BOUNDS.length - 1];
        for (int n = 0; n < count; n++) {
            int place = Arrays.binarySearch(BOUNDS, numbers[n] / SECOND);
            leads[place < 0 ? -place - 2 : place]++;
        }
        int first = 0;
        int last = leads.length - 1;
        while (first < last && leads[first] == 0) {
            first++;
        }
        while (last > first && leads[last] == 0) {
            last--;
        }
        // A few empty ones around show where they are; too many are drawn together where the fewest leads are: at an
        // end.
        while (last - first + 1 < LEAST_BARS) {
            first = Math.max(0, first - 1);
            last = Math.min(leads.length - 1, last + 1);
        }
        int from = first;
        int to = last;
        while (to - from + 1 > MOST_BARS) {
            if (sum(leads, first, from + 1) <= sum(leads, to - 1, last)) {
                from++;
            } else {
                to--;
            }
        }
        List<TimesReport.Bar> bars = new ArrayList<>();
        for (int bar = from; bar <= to; bar++) {
            int low = bar == from ? first : bar;
            int high = bar == to ? last : bar;
            bars.add(new TimesReport.Bar(BOUNDS[low], BOUNDS[high + 1], sum(leads, low, high)));
        }
        return bars;
    }

    private static long sum(long[] leads, int from, int to) {
        return LongStream.of(leads).skip(from).limit(to - from + 1L).sum();
    }
}
