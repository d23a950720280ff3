package dev.tundish.campaign;

import java.util.List;

/** What became of a {@link Draft}. */
public sealed interface Checked {

    /** It holds to the rules. */
    record Right(Definition definition) implements Checked {}

    /** It does not, and everything that is wrong is named. */
    record Wrong(List<Fault> faults) implements Checked {
        public Wrong {
            faults = List.copyOf(faults);
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param field where, such as {@code flow[2].label}
     * @param sentence what to do, as it goes on after the field's name: {@code must be ...}
     */
    record Fault(String field, String sentence) {}
}
