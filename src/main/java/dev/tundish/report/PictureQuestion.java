package dev.tundish.report;

import dev.tundish.funnel.FeedbackQuestion;
import dev.tundish.funnel.FunnelQuestion;

/**
 * What a live picture is made of, all from the tallies and of one version.
 *
 * @param funnel one of which {@link FunnelQuestion#fromTallies} holds
 * @param feedback without a filter
 * @param series whether the feedback's series is wanted; without it, only sums
 * @param fromMinute first minute of the activity, minutes since the epoch
 * @param toMinute first minute after it
 */
public record PictureQuestion(
        FunnelQuestion funnel, FeedbackQuestion feedback, boolean series, int fromMinute, int toMinute) {}
