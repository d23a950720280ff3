package dev.tundish.funnel;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Counters that are always the sum over the journeys of what each contributes. A batch adds, per changed journey, what
 * it contributes now and takes away what it contributed before.
 */
public final class Tally {

    /** Takes the counters one by one. */
    @FunctionalInterface
    public interface Visitor {
        void cell(TallyCell cell, long leads, BigDecimal amount);
    }

    private final Rules rules;

    public Tally(Rules rules) {
        this.rules = rules;
    }

    /** Adds what {@code now} contributes and takes away what {@code before} did. */
    public void move(@Nullable Journey before, Journey now) {
        throw new UnsupportedOperationException(rules.toString());
    }

    /** Visits every counter that is not zero, in the order of minute and code. */
    public void forEach(Visitor visitor) {
        throw new UnsupportedOperationException();
    }
}
