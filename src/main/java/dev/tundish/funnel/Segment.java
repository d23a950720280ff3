package dev.tundish.funnel;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The leads at a step with one value of an attribute, or of two, held against all others at the step.
 *
 * @param chance how likely a difference as large as theirs would be by chance alone
 */
record Segment(
        Place place,
        @Nullable Place and,
        long moved,
        long lost,
        long undecided,
        double excess,
        double low,
        double high,
        boolean early,
        double chance) {

    private static final double Z95 = 1.959963984540054;

    /** By what they cost at least, then at best guess; the order of equals is that of their names. */
    static final Comparator<Segment> COSTLIEST = Comparator.comparing(Segment::early)
            .thenComparing(Comparator.comparingDouble(Segment::low).reversed())
            .thenComparing(Comparator.comparingDouble(Segment::excess).reversed())
            .thenComparing(Comparator.comparingLong(Segment::leads).reversed())
            .thenComparing(Segment::place)
            .thenComparing(Segment::and, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** An attribute and its value; null: the leads without it. */
    record Place(String key, @Nullable String value) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byKey = Order.compare(key, other.key);
            return byKey != 0
                    ? byKey
                    : Comparator.<String>nullsLast(Order::compare).compare(value, other.value);
        }
    }

    static Segment of(
            Place place, @Nullable Place and, long moved, long lost, long undecided, long otherMoved, long otherLost) {
        long decided = moved + lost;
        long others = otherMoved + otherLost;
        if (decided == 0 || others == 0) {
            return new Segment(place, and, moved, lost, undecided, 0, 0, 0, true, 1);
        }
        Interval more = Interval.difference(lost, decided, otherLost, others, Z95);
        boolean early = decided < Evidence.ENOUGH || others < Evidence.ENOUGH;
        return new Segment(
                place,
                and,
                moved,
                lost,
                undecided,
                lost - decided * ((double) otherLost / others),
                more.low() * decided,
                more.high() * decided,
                early,
                early ? 1 : Fisher.chance(lost, decided, otherLost, others));
    }

    long leads() {
        return moved + lost + undecided;
    }

    LeakReport.Leak leak(boolean real) {
        Map<String, @Nullable String> where = new LinkedHashMap<>();
        where.put(place.key, place.value);
        if (and != null) {
            where.put(and.key, and.value);
        }
        return new LeakReport.Leak(
                Collections.unmodifiableMap(where), leads(), moved, lost, undecided, excess, low, high, early, real);
    }
}
