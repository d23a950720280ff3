package dev.tundish.funnel;

import java.util.List;

/**
 * Why leads left, by the stage at which they did: the exit reasons of the leads counted {@code out} there, most leads
 * first, then by slug. Over all stages they sum up to the reasons of the {@link FunnelReport} of the same question.
 */
public record LeftReport(List<List<FunnelReport.ReasonCount>> stages) {

    public LeftReport {
        stages = stages.stream().map(List::copyOf).toList();
    }
}
