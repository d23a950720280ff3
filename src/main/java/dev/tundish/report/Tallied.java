package dev.tundish.report;

import dev.tundish.funnel.FeedbackReport;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.funnel.Rules;

/**
 * A campaign's answer to a {@link PictureQuestion}.
 *
 * @param activity leads at each stage: {@code [minute][stage]}
 * @param waiting leads that wait for sales: handed over, still open, not moved on since, and without a verdict
 */
@SuppressWarnings("ArrayRecordComponent")
public record Tallied(
        int campaign,
        long version,
        Rules rules,
        FunnelReport funnel,
        FeedbackReport feedback,
        long[][] activity,
        long waiting) {}
