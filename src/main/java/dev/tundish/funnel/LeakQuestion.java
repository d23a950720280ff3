package dev.tundish.funnel;

import java.util.List;

/**
 * Who is lost at a step more often than the others.
 *
 * @param view whose leads, by cohort
 * @param step the number of the stage that they leave or not, before the last one
 * @param keys attributes to look at; none: all that have few enough values
 * @param pairs whether pairs of values are looked at too
 */
public record LeakQuestion(FunnelQuestion view, int step, List<String> keys, boolean pairs) {

    /** @throws IllegalArgumentException in the mode activity: what happened in a range are not the same leads */
    public LeakQuestion {
        keys = List.copyOf(keys);
        if (view.mode() == FunnelQuestion.Mode.ACTIVITY) {
            throw new IllegalArgumentException(
                    "leaks are of the mode cohort: only of leads who came in then is known who was lost");
        }
    }
}
