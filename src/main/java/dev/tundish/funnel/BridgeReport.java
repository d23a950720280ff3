package dev.tundish.funnel;

import java.util.List;

/** From the number of the leads who came in to that of what happened, by stage, exactly (contract, 4). */
public record BridgeReport(List<Row> stages) {

    public BridgeReport {
        stages = List.copyOf(stages);
    }

    /**
     * One stage: {@code cohort - after + earlier + late = activity}.
     *
     * @param cohort leads who came in within the range and count at the stage
     * @param after of them, those who came to it outside the range
     * @param earlier came to the stage within the range, but had come in outside of it
     * @param late came in and to the stage within the range, but took longer than is allowed
     * @param activity leads who came to the stage within the range
     */
    public record Row(long cohort, long after, long earlier, long late, long activity) {}
}
