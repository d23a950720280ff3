package dev.tundish.funnel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The leaks of a step by a scan over the columns: once over the leads, once more over those at the step by attribute. */
final class LeakScan {

    /**
     * A key of more different values is no segmentation: each value is a handful of leads, and so many chances to be misled
     * would drown what is real.
     */
    static final int MOST_VALUES = 1_000;

    private static final double FALSE_SHARE = 0.05;

    private LeakScan() {}

    /** One attribute and how many leads of each fate have which of its values, by code. */
    record Attribute(String key, Dictionary<String> column, int[] counts) {

        int leads(int code) {
            return AtStep.sum(counts, code);
        }

        Segment.Place place(int code) {
            return new Segment.Place(key, column.value(code));
        }

        /** Whether there are leads of two values at least. */
        boolean divides() {
            return IntStream.range(0, column.codeCount())
                            .filter(code -> leads(code) > 0)
                            .limit(2)
                            .count()
                    == 2;
        }

        private Stream<Segment> segments(AtStep step) {
            return IntStream.range(0, column.codeCount())
                    .mapToObj(code -> step.segment(place(code), null, counts, code))
                    .filter(Objects::nonNull);
        }
    }

    static LeakReport report(Columns columns, Flow flow, LeakQuestion question) {
        StepScan.check(flow, question.step());
        List<String> keys = keys(columns, question.keys());
        AtStep step =
                AtStep.find(columns.size(), new StepScan(columns, new View(columns, question.view()), question.step()));
        List<Attribute> attributes = keys.stream()
                .map(key -> {
                    Dictionary<String> column = Objects.requireNonNull(columns.attributes.get(key));
                    return new Attribute(key, column, step.count(column));
                })
                .toList();
        List<Segment> segments = new ArrayList<>(
                attributes.stream().flatMap(a -> a.segments(step)).toList());
        if (question.pairs()) {
            segments.addAll(new LeakPairs(step).of(attributes));
        }
        return report(step, segments);
    }

    private static List<String> keys(Columns columns, List<String> asked) {
        for (String key : asked) {
            Dictionary<String> column = columns.attributes.get(key);
            if (column != null && column.size() > MOST_VALUES) {
                throw new IllegalArgumentException(
                        "by: %s has %,d different values; segments are told apart by at most %,d, use a filter"
                                .formatted(key, column.size(), MOST_VALUES));
            }
        }
        List<String> keys = new ArrayList<>();
        columns.attributes.forEach((key, column) -> {
            if ((asked.isEmpty() || asked.contains(key)) && column.size() > 0 && column.size() <= MOST_VALUES) {
                keys.add(key);
            }
        });
        return keys;
    }

    private static LeakReport report(AtStep step, List<Segment> segments) {
        List<Segment> judged = segments.stream().filter(s -> !s.early()).toList();
        boolean[] real =
                FalseDiscovery.real(judged.stream().mapToDouble(Segment::chance).toArray(), FALSE_SHARE);
        List<LeakReport.Leak> leaks = new ArrayList<>();
        IntStream.range(0, judged.size())
                .boxed()
                .sorted(Comparator.comparing(judged::get, Segment.COSTLIEST))
                .limit(LeakReport.MOST)
                .forEach(n -> leaks.add(judged.get(n).leak(real[n])));
        segments.stream()
                .filter(Segment::early)
                .sorted(Segment.COSTLIEST)
                .limit(LeakReport.MOST - leaks.size())
                .forEach(s -> leaks.add(s.leak(false)));
        return new LeakReport(
                step.size(),
                step.all()[StepScan.MOVED],
                step.all()[StepScan.LOST],
                step.all()[StepScan.UNDECIDED],
                judged.size(),
                leaks);
    }
}
