package dev.tundish.funnel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The change of a rate split exactly (contract, 4): {@code change = mix + rate = Σ parts}. All are null when one of the
 * rates has nothing to divide by.
 *
 * @param mix how much of it follows from another mixture of leads
 * @param rate how much of it follows from like leads faring otherwise
 * @param parts by value, the largest effect first
 */
public record ShiftReport(
        @Nullable Double rateBefore,
        @Nullable Double rateAfter,
        @Nullable Double change,
        @Nullable Double mix,
        @Nullable Double rate,
        List<Part> parts) {

    public ShiftReport {
        parts = List.copyOf(parts);
    }

    /**
     * One value's part of it. A value that is absent on one side has no rate there to compare with: all of its effect is
     * mix.
     *
     * @param value null: the leads without the attribute
     */
    public record Part(
            @Nullable String value,
            long leadsBefore,
            long movedBefore,
            long leadsAfter,
            long movedAfter,
            double mix,
            double rate) {}
}
