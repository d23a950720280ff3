package dev.tundish.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What would become of a file's first rows.
 *
 * @param rows each as it was judged, in their order
 * @param taken how many of them would be
 * @param reasons why the others would not, with how many, most first
 * @param skipped how many have a time of day that the clocks skip
 * @param twice how many have one that came twice
 */
public record Preview(List<Judged> rows, int taken, Map<String, Integer> reasons, int skipped, int twice) {

    /** How many rows are looked at. */
    public static final int ROWS = 200;

    public static Preview of(List<Row> rows, Judge judge) {
        List<Judged> judged = new ArrayList<>();
        Map<String, Integer> reasons = new LinkedHashMap<>();
        int taken = 0;
        int skipped = 0;
        int twice = 0;
        for (Row row : rows) {
            Judged one = judge.judge(row);
            judged.add(one);
            switch (one) {
                case Judged.Taken(Row _, var _, var clocks) -> {
                    taken++;
                    skipped += clocks.contains(Moments.Clock.SKIPPED) ? 1 : 0;
                    twice += clocks.contains(Moments.Clock.TWICE) ? 1 : 0;
                }
                case Judged.Refused refused -> reasons.merge(refused.detail(), 1, Integer::sum);
            }
        }
        Map<String, Integer> most = new LinkedHashMap<>();
        reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(each -> most.put(each.getKey(), each.getValue()));
        return new Preview(List.copyOf(judged), taken, most, skipped, twice);
    }
}
