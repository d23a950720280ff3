package dev.tundish.funnel;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one of a lead's events does to its journey (contract, 3), for people who ask why the lead stands where it does.
 *
 * @param stage the stage that it asserts in the end, or -1
 * @param first whether it is the first one that puts the lead there by its own event
 * @param undone whether a revert took its conversion back: it asserts the stage before the last instead
 * @param exit of an exit: whether the lead is out because of it
 * @param verdict of what says good or bad, in so many words or not: whether it is what counts
 * @param value of a value: whether it is what counts
 * @param counting of a word on whether the lead counts at all: whether it is the last one
 * @param touched the keys whose attribute the lead has from it
 */
public record Effect(
        int stage,
        boolean first,
        boolean undone,
        @Nullable Standing exit,
        @Nullable Standing verdict,
        @Nullable Standing value,
        @Nullable Standing counting,
        Set<String> touched) {

    /** Whether what an event says holds, or something else went over it. */
    public enum Standing {
        STANDS,
        OVERTAKEN
    }

    public Effect {
        touched = Set.copyOf(touched);
    }
}
