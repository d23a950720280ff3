package dev.tundish.funnel;

import static dev.tundish.funnel.Journey.NEVER;

import org.jspecify.annotations.Nullable;

/** The order of leads: what each goes by as a number that rises from the first lead to the last. */
final class LeadOrder {

    /** Behind all others. */
    private static final long NONE = Long.MAX_VALUE;

    private final Columns columns;
    private final LeadsQuestion.Sort sort;

    LeadOrder(Columns columns, LeadsQuestion.Sort sort) {
        this.columns = columns;
        this.sort = sort;
    }

    long key(int lead) {
        int stage = columns.stage(lead);
        return switch (sort.by()) {
            case FIRST -> time(columns.reached(0)[lead]);
            case REACHED -> stage < 0 ? NONE : time(columns.reached(stage)[lead]);
            case STAGE -> stage < 0 ? NONE : turned(stage);
            case VERDICT_AT -> time(columns.verdictAt(lead));
            case VALUE -> value(columns.values.get(lead));
        };
    }

    private long time(long at) {
        return at == NEVER ? NONE : turned(at);
    }

    /** The bits of numbers that are not negative rise with them. */
    private long value(@Nullable Money value) {
        return value == null
                ? NONE
                : turned(Double.doubleToLongBits(value.amount().doubleValue()));
    }

    private long turned(long key) {
        return sort.descending() ? -key : key;
    }

    /** Whether leads that come first in it are likely to have large numbers: they are numbered as they come. */
    boolean fromTheEnd() {
        return switch (sort.by()) {
            case FIRST, REACHED, VERDICT_AT -> sort.descending();
            case STAGE, VALUE -> false;
        };
    }
}
