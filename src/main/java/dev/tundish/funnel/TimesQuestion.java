package dev.tundish.funnel;

/**
 * How long the step to a stage took.
 *
 * @param view whose leads, by cohort
 * @param step the number of the stage that is arrived at, from 1
 */
public record TimesQuestion(FunnelQuestion view, int step) {

    /** @throws IllegalArgumentException in the mode activity, which has no times */
    public TimesQuestion {
        if (view.mode() == FunnelQuestion.Mode.ACTIVITY) {
            throw new IllegalArgumentException("times are of the mode cohort: the report of what happened has none");
        }
        if (step < 1) {
            throw new IllegalArgumentException("the first stage is not stepped to");
        }
    }
}
