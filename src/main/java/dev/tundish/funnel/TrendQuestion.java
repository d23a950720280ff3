package dev.tundish.funnel;

/**
 * How a funnel went over time (contract, 4).
 *
 * @param view whose leads; its breakdown and times are of no meaning here
 */
public record TrendQuestion(FunnelQuestion view, Bucket bucket) {

    /** Whether the tallies answer it; else the cube does. */
    public boolean fromTallies() {
        return view.window() == null && view.until() == null && view.filter().isNone();
    }
}
