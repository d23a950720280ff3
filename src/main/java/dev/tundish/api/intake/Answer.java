package dev.tundish.api.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of the items of a request, or of a part of it.
 *
 * @param rejected by index; at most {@link #LISTED} when it is a whole request
 */
record Answer(long accepted, long duplicates, long rejectedCount, List<Reject> rejected) {

    /** How many rejects are listed at most. */
    static final int LISTED = 1_000;

    static final Answer NONE = new Answer(0, 0, 0, List.of());

    Answer plus(Answer next) {
        List<Reject> all = rejected;
        if (!next.rejected.isEmpty() && rejected.size() < LISTED) {
            all = new ArrayList<>(rejected);
            all.addAll(next.rejected.subList(0, Math.min(next.rejected.size(), LISTED - rejected.size())));
        }
        return new Answer(
                accepted + next.accepted, duplicates + next.duplicates, rejectedCount + next.rejectedCount, all);
    }

    long items() {
        return accepted + duplicates + rejectedCount;
    }

    boolean allRejected() {
        return rejectedCount > 0 && accepted + duplicates == 0;
    }

    /** 200 all accepted or duplicates, 207 some rejected, 422 all rejected. */
    int status() {
        return allRejected() ? 422 : rejectedCount > 0 ? 207 : 200;
    }

    Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("accepted", accepted);
        members.put("duplicates", duplicates);
        members.put("rejectedCount", rejectedCount);
        members.put(
                "rejected",
                rejected.stream()
                        .sorted(Comparator.comparingLong(Reject::index))
                        .limit(LISTED)
                        .map(Reject::members)
                        .toList());
        return members;
    }
}
