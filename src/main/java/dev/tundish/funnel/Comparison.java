package dev.tundish.funnel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A funnel beside a yardstick: another funnel, or targets. Stages are told by their keys; what the yardstick does not have
 * is null. In the mode activity there is no evidence: what happened at two stages are not the same leads, and their ratio
 * is no rate.
 */
public record Comparison(List<Row> stages) {

    public Comparison {
        stages = List.copyOf(stages);
    }

    /**
     * One stage of our funnel.
     *
     * @param other leads there, or hoped for
     * @param otherOfPrevious null also when the stage before is another one there
     * @param previous what the two shares of the previous stage say of each other
     * @param first what the two shares of the first stage say of each other
     */
    public record Row(
            Stage stage,
            long leads,
            @Nullable Long other,
            @Nullable Double ofPrevious,
            @Nullable Double otherOfPrevious,
            @Nullable Evidence previous,
            @Nullable Double ofFirst,
            @Nullable Double otherOfFirst,
            @Nullable Evidence first) {}

    /** Our funnel beside another. */
    public static Comparison of(FunnelReport ours, FunnelReport theirs) {
        Map<String, Integer> places = new HashMap<>();
        for (int k = 0; k < theirs.stages().size(); k++) {
            places.put(key(theirs, k), k);
        }
        boolean rates = isCohort(ours) && isCohort(theirs);
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < ours.stages().size(); k++) {
            Integer place = places.get(key(ours, k));
            if (place == null) {
                rows.add(row(ours, k, null, null, null, null, null));
                continue;
            }
            FunnelReport.Row other = theirs.stages().get(place);
            boolean sameStep = k > 0 && place > 0 && key(ours, k - 1).equals(key(theirs, place - 1));
            rows.add(row(
                    ours,
                    k,
                    other.leads(),
                    sameStep ? other.ofPrevious() : null,
                    sameStep && rates ? evidence(ours, k, k - 1, theirs, place, place - 1) : null,
                    other.ofFirst(),
                    k > 0 && rates ? evidence(ours, k, 0, theirs, place, 0) : null));
        }
        return new Comparison(rows);
    }

    /**
     * Our funnel beside what was hoped for.
     *
     * @param targets stage key to leads
     */
    public static Comparison of(FunnelReport ours, Map<String, Long> targets) {
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < ours.stages().size(); k++) {
            Double ofPrevious = k == 0 ? null : rate(ours, targets, k, k - 1);
            Double ofFirst = rate(ours, targets, k, 0);
            rows.add(row(
                    ours,
                    k,
                    targets.get(key(ours, k)),
                    ofPrevious,
                    k == 0 ? null : evidence(ours, k, k - 1, ofPrevious),
                    ofFirst,
                    k == 0 ? null : evidence(ours, k, 0, ofFirst)));
        }
        return new Comparison(rows);
    }

    private static Row row(
            FunnelReport ours,
            int k,
            @Nullable Long other,
            @Nullable Double otherOfPrevious,
            @Nullable Evidence previous,
            @Nullable Double otherOfFirst,
            @Nullable Evidence first) {
        FunnelReport.Row row = ours.stages().get(k);
        return new Row(
                row.stage(),
                row.leads(),
                other,
                row.ofPrevious(),
                otherOfPrevious,
                previous,
                row.ofFirst(),
                otherOfFirst,
                first);
    }

    private static Evidence evidence(FunnelReport ours, int k, int of, FunnelReport theirs, int otherK, int otherOf) {
        return Evidence.compare(leads(ours, k), leads(ours, of), leads(theirs, otherK), leads(theirs, otherOf));
    }

    private static @Nullable Evidence evidence(FunnelReport ours, int k, int of, @Nullable Double target) {
        return target == null || !isCohort(ours) ? null : Evidence.against(leads(ours, k), leads(ours, of), target);
    }

    private static @Nullable Double rate(FunnelReport ours, Map<String, Long> targets, int k, int of) {
        Long part = targets.get(key(ours, k));
        Long whole = targets.get(key(ours, of));
        return part == null || whole == null ? null : Rates.ratio(part, whole);
    }

    private static boolean isCohort(FunnelReport report) {
        return report.mode() == FunnelQuestion.Mode.COHORT;
    }

    private static long leads(FunnelReport report, int stage) {
        return report.stages().get(stage).leads();
    }

    private static String key(FunnelReport report, int stage) {
        return report.stages().get(stage).stage().key();
    }
}
