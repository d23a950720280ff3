package dev.tundish.funnel;

import org.jspecify.annotations.Nullable;

/** What a feedback report is asked: verdicts given in {@code [from, to)}, microseconds, on whole minutes. */
public record FeedbackQuestion(
        @Nullable Long from, @Nullable Long to, Bucket bucket, Filter filter) {}
