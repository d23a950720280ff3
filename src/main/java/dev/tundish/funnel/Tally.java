package dev.tundish.funnel;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counters that are always the sum over the journeys of what each contributes. A batch adds, per changed journey, what
 * it contributes now and takes away what it contributed before. Not safe for threads.
 */
public final class Tally {

    /** Takes the counters one by one. */
    @FunctionalInterface
    public interface Visitor {
        void cell(TallyCell cell, long leads, BigDecimal amount);
    }

    private static final class Sum {
        private long leads;
        private BigDecimal amount = BigDecimal.ZERO;

        private boolean isZero() {
            return leads == 0 && amount.signum() == 0;
        }
    }

    private final Contribution contribution;
    private final Map<TallyCell, Sum> sums = new HashMap<>();

    public Tally(Rules rules) {
        this.contribution = new Contribution(rules);
    }

    /** Adds what {@code now} contributes and takes away what {@code before} did. */
    public void move(@Nullable Journey before, Journey now) {
        if (now.equals(before)) {
            return;
        }
        if (before != null) {
            contribution.of(before, (minute, code, amount) -> add(minute, code, -1, amount.negate()));
        }
        contribution.of(now, (minute, code, amount) -> add(minute, code, 1, amount));
    }

    private void add(int minute, String code, long leads, BigDecimal amount) {
        addTo(new TallyCell(minute, code), leads, amount);
        addTo(new TallyCell(TallyCell.WHOLE, code), leads, amount);
    }

    private void addTo(TallyCell cell, long leads, BigDecimal amount) {
        Sum sum = sums.computeIfAbsent(cell, _ -> new Sum());
        sum.leads += leads;
        if (amount.signum() != 0) {
            sum.amount = sum.amount.add(amount);
        }
    }

    /** Visits every counter that is not zero, in the order of minute and code. */
    public void forEach(Visitor visitor) {
        sums.entrySet().stream()
                .filter(e -> !e.getValue().isZero())
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparingInt(TallyCell::minute).thenComparing(TallyCell::code)))
                .forEach(e -> visitor.cell(e.getKey(), e.getValue().leads, e.getValue().amount));
    }
}
