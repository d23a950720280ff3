package dev.tundish.funnel;

import java.util.List;

/** Leads at each stage over time, the earliest bucket first; empty ones are left out (contract, 4). */
public record TrendReport(List<Cell> cells) {

    public TrendReport {
        cells = List.copyOf(cells);
    }

    /**
     * One bucket that is not empty. Cohort: the leads that came in then, and where they got to. Activity: the leads that
     * came to each stage then.
     *
     * @param from its start, microseconds since the epoch
     * @param leads by stage
     */
    public record Cell(long from, List<Long> leads) {}
}
