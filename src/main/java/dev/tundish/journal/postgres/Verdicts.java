package dev.tundish.journal.postgres;

import dev.tundish.journal.Outcome;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What becomes of a batch's entries once its transaction is committed. */
final class Verdicts {

    private final Map<Slot, Outcome> outcomes = new IdentityHashMap<>();
    private final List<Slot> again = new ArrayList<>();

    void put(Slot slot, Outcome outcome) {
        outcomes.put(slot, outcome);
    }

    /** This entry is to be tried again by a later batch. */
    void again(Slot slot) {
        again.add(slot);
    }

    List<Slot> again() {
        return again;
    }

    Map<Slot, Outcome> outcomes() {
        return outcomes;
    }
}
