package dev.tundish.journal.postgres;

import dev.tundish.funnel.Tally;
import dev.tundish.funnel.TallyCell;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds the kept counters against those that the second reading gives, both ways. A counter of zero is as good as none. */
final class TallyCheck {

    private record Sum(long leads, BigDecimal amount) {

        static final Sum NONE = new Sum(0, BigDecimal.ZERO);

        boolean is(Sum other) {
            return leads == other.leads && amount.compareTo(other.amount) == 0;
        }

        @Override
        public String toString() {
            return leads + " leads" + (amount.signum() == 0 ? "" : " and " + amount.toPlainString());
        }
    }

    private final Map<TallyCell, Sum> expected = new HashMap<>();
    private final Findings findings;

    TallyCheck(Tally tally, Findings findings) {
        this.findings = findings;
        tally.forEach((cell, leads, amount) -> expected.put(cell, new Sum(leads, amount)));
    }

    /** Takes a kept counter, each once. */
    void take(int minute, String code, long leads, BigDecimal amount) {
        TallyCell cell = new TallyCell(minute, code);
        compare(cell, new Sum(leads, amount), expected.remove(cell));
    }

    /** After the last one: what is left is not kept, but should be. */
    void finish() {
        expected.forEach((cell, sum) -> compare(cell, Sum.NONE, sum));
        expected.clear();
    }

    private void compare(TallyCell cell, Sum kept, @Nullable Sum wanted) {
        Sum should = wanted == null ? Sum.NONE : wanted;
        if (!kept.is(should)) {
            findings.add("the counter " + cell.code() + " of " + when(cell) + " has " + kept + ", by the events it has "
                    + should);
        }
    }

    private static String when(TallyCell cell) {
        return cell.minute() == TallyCell.WHOLE
                ? "the whole campaign"
                : Instant.ofEpochSecond(cell.minute() * 60L).toString();
    }
}
