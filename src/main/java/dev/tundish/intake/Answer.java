package dev.tundish.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of events that arrived together, or of a part of them.
 *
 * @param rejected by index; at most {@link #LISTED} when parts were added up
 */
public record Answer(long accepted, long duplicates, long rejectedCount, List<Reject> rejected) {

    /** How many rejects are listed at most. */
    public static final int LISTED = 1_000;

    public static final Answer NONE = new Answer(0, 0, 0, List.of());

    public Answer plus(Answer next) {
        List<Reject> all = rejected;
        if (!next.rejected.isEmpty() && rejected.size() < LISTED) {
            all = new ArrayList<>(rejected);
            all.addAll(next.rejected.subList(0, Math.min(next.rejected.size(), LISTED - rejected.size())));
        }
        return new Answer(
                accepted + next.accepted, duplicates + next.duplicates, rejectedCount + next.rejectedCount, all);
    }

    public long items() {
        return accepted + duplicates + rejectedCount;
    }

    public boolean allRejected() {
        return rejectedCount > 0 && accepted + duplicates == 0;
    }
}
