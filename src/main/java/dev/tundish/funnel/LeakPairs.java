package dev.tundish.funnel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The segments of two attributes' values each. */
final class LeakPairs {

    /** Keys of which pairs are looked at: 15 pairs of keys, each a pass over the leads. */
    static final int KEYS = 6;

    /** Of each of them the values with the most leads; one of them may be that there is none. */
    static final int VALUES = 50;

    private static final int OTHER = VALUES;
    private static final int WIDTH = VALUES + 1;

    private final AtStep step;

    LeakPairs(AtStep step) {
        this.step = step;
    }

    /** One attribute: its values with the most leads, numbered from 0, and by lead at the step which of them it has. */
    private record Ranked(LeakScan.Attribute attribute, int[] codes, byte[] places) {

        private Segment.Place place(int place) {
            return attribute.place(codes[place]);
        }

        private int leads(int place) {
            return attribute.leads(codes[place]);
        }
    }

    /** Of the attributes that the most leads have. */
    List<Segment> of(List<LeakScan.Attribute> attributes) {
        List<Ranked> ranked = attributes.stream()
                .filter(LeakScan.Attribute::divides)
                .sorted(Comparator.comparingInt((LeakScan.Attribute a) -> a.leads(0))
                        .thenComparing(LeakScan.Attribute::key))
                .limit(KEYS)
                .sorted(Comparator.comparing(LeakScan.Attribute::key))
                .map(this::rank)
                .toList();
        List<Segment> segments = new ArrayList<>();
        for (int a = 0; a < ranked.size(); a++) {
            for (int b = a + 1; b < ranked.size(); b++) {
                pair(ranked.get(a), ranked.get(b), segments);
            }
        }
        return segments;
    }

    private Ranked rank(LeakScan.Attribute attribute) {
        Dictionary<String> column = attribute.column();
        int[] codes = IntStream.range(0, column.codeCount())
                .filter(code -> attribute.leads(code) > 0)
                .boxed()
                .sorted(Comparator.comparingInt(attribute::leads).reversed())
                .limit(VALUES)
                .mapToInt(Integer::intValue)
                .toArray();
        byte[] placeOf = new byte[column.codeCount()];
        Arrays.fill(placeOf, (byte) OTHER);
        for (int place = 0; place < codes.length; place++) {
            placeOf[codes[place]] = (byte) place;
        }
        int[] leads = step.leads();
        byte[] places = new byte[leads.length];
        for (int n = 0; n < leads.length; n++) {
            places[n] = placeOf[column.code(leads[n])];
        }
        return new Ranked(attribute, codes, places);
    }

    private void pair(Ranked a, Ranked b, List<Segment> segments) {
        byte[] fates = step.fates();
        int[] counts = new int[WIDTH * WIDTH * StepScan.FATES];
        for (int n = 0; n < fates.length; n++) {
            counts[(a.places[n] * WIDTH + b.places[n]) * StepScan.FATES + fates[n]]++;
        }
        for (int x = 0; x < a.codes.length; x++) {
            for (int y = 0; y < b.codes.length; y++) {
                int cell = x * WIDTH + y;
                int both = AtStep.sum(counts, cell);
                // A pair that is one of its halves says nothing new.
                Segment segment = both < a.leads(x) && both < b.leads(y)
                        ? step.segment(a.place(x), b.place(y), counts, cell)
                        : null;
                if (segment != null) {
                    segments.add(segment);
                }
            }
        }
    }
}
