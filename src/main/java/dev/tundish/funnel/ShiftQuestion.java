package dev.tundish.funnel;

/**
 * Why a rate changed: other leads, or the same kind of leads faring otherwise.
 *
 * @param before the earlier view
 * @param after the later view
 * @param step the number of the stage that is left, before the last one
 * @param key the attribute by which leads are told apart
 */
public record ShiftQuestion(FunnelQuestion before, FunnelQuestion after, int step, String key) {}
