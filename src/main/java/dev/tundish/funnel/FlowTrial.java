package dev.tundish.funnel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What another flow would make of a campaign's leads: for the same events, where each lead stands and where it would
 * stand. Voided leads are left out, as in every count.
 *
 * @param events how many events would be folded anew
 * @param groups leads by the stages that their events assert in either flow, each pair once
 */
public record FlowTrial(Flow before, Flow after, long events, List<Group> groups) {

    /**
     * Leads alike.
     *
     * @param before bit k: an event asserts the stage k of the flow as it is
     * @param after the same for the other flow
     */
    public record Group(int before, int after, long leads) {

        int standsBefore() {
            return highest(before);
        }

        int standsAfter() {
            return highest(after);
        }

        private static int highest(int stages) {
            return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(stages);
        }
    }

    /**
     * A stage of the other flow.
     *
     * @param now leads counted at it today; null: it is new
     * @param then leads that would be counted at it
     * @param implied of those, the leads that no event of their own put there
     * @param standing leads that would stand at it, having gone no further
     */
    public record Row(Stage stage, @Nullable Long now, long then, long implied, long standing) {}

    /**
     * A stage that the other flow does not have.
     *
     * @param now leads counted at it today
     * @param to where the leads that stand at it would stand, by the number of the stage in the other flow; -1: in no
     *     funnel
     */
    public record Removed(Stage stage, long now, Map<Integer, Long> to) {}

    public FlowTrial {
        groups = List.copyOf(groups);
    }

    /** The stages of the other flow, in its order. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < after.size(); k++) {
            int stage = k;
            int was = before.indexOf(after.stages().get(k).key());
            rows.add(new Row(
                    after.stages().get(k),
                    was < 0 ? null : countedBefore(was),
                    sum(group -> group.standsAfter() >= stage),
                    sum(group -> group.standsAfter() > stage && (group.after() & 1 << stage) == 0),
                    sum(group -> group.standsAfter() == stage)));
        }
        return rows;
    }

    /** The stages that would be gone, in their order. */
    public List<Removed> removed() {
        List<Removed> removed = new ArrayList<>();
        for (int k = 0; k < before.size(); k++) {
            if (after.indexOf(before.stages().get(k).key()) < 0) {
                Map<Integer, Long> to = new TreeMap<>();
                for (Group group : groups) {
                    if (group.standsBefore() == k) {
                        to.merge(group.standsAfter(), group.leads(), Long::sum);
                    }
                }
                removed.add(new Removed(before.stages().get(k), countedBefore(k), to));
            }
        }
        return removed;
    }

    /** Leads in the funnel now that would be in none. */
    public long fallOut() {
        return sum(group -> group.before() != 0 && group.after() == 0);
    }

    /** Leads in no funnel now that would be in one. */
    public long comeIn() {
        return sum(group -> group.before() == 0 && group.after() != 0);
    }

    /** Whether any lead would be counted at another stage than now. */
    public boolean changesCounts() {
        return !removed().isEmpty() || rows().stream().anyMatch(row -> row.now() == null || row.now() != row.then());
    }

    private long countedBefore(int stage) {
        return sum(group -> group.standsBefore() >= stage);
    }

    private long sum(java.util.function.Predicate<Group> which) {
        return groups.stream().filter(which).mapToLong(Group::leads).sum();
    }
}
