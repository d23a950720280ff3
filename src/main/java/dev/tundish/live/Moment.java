package dev.tundish.live;

import dev.tundish.campaign.Definition;
import dev.tundish.funnel.Bucket;
import dev.tundish.funnel.FeedbackQuestion;
import dev.tundish.funnel.Filter;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.report.PictureQuestion;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The questions that a view asks at one moment. */
record Moment(Instant now) {

    /**
     * Minutes of the short history beside the counts: the present one, and all that the last hour touches, so that it
     * sums up to what a report of the last hour counts.
     */
    static final int HISTORY = 61;

    private static final long MINUTE = 60_000_000;

    long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, now);
    }

    /** The minute after the present one. */
    int nextMinute() {
        return (int) (Math.floorDiv(micros(), MINUTE) + 1);
    }

    /** The funnel of a page: those who came in are judged by the time allowed. */
    FunnelQuestion funnel(Definition definition, Live.View view, boolean times) {
        boolean cohort = view.mode() == FunnelQuestion.Mode.COHORT;
        Duration allowed = view.allowed().in(definition.window());
        Range.Bounds bounds = view.range().at(now, definition.zone());
        return new FunnelQuestion(
                view.mode(),
                micros(bounds.from()),
                micros(bounds.to()),
                cohort && allowed != null ? micros(allowed) : null,
                micros(),
                true,
                times && cohort,
                null,
                view.filter());
    }

    /** The verdicts of the same time, of the same leads. */
    FeedbackQuestion feedback(Definition definition, Live.View view) {
        Range.Bounds bounds = view.range().at(now, definition.zone());
        return new FeedbackQuestion(
                micros(bounds.from()), micros(bounds.to()), bucket(definition, view), view.filter());
    }

    /**
     * What stands beside the funnel, from the tallies, whatever the filter. Without a series: over a long time that is
     * many rows, and none of them is worth being read four times a second.
     */
    PictureQuestion beside(Definition definition, Live.View view) {
        FeedbackQuestion feedback = feedback(definition, view);
        FeedbackQuestion ofAll = new FeedbackQuestion(feedback.from(), feedback.to(), feedback.bucket(), Filter.NONE);
        return new PictureQuestion(plain(), ofAll, false, nextMinute() - HISTORY, nextMinute());
    }

    /** What the overview shows of every campaign, with the newest minutes alone: older ones hardly change. */
    PictureQuestion glance(int minutes) {
        FeedbackQuestion feedback = new FeedbackQuestion(null, null, new Bucket.Minutes(720), Filter.NONE);
        return new PictureQuestion(plain(), feedback, false, nextMinute() - minutes, nextMinute());
    }

    private FunnelQuestion plain() {
        return new FunnelQuestion(
                FunnelQuestion.Mode.COHORT, null, null, null, micros(), true, false, null, Filter.NONE);
    }

    /** Narrow enough for a line to be seen, wide enough for some answers in each. */
    Bucket bucket(Definition definition, Live.View view) {
        Duration span = span(definition, view);
        if (span.compareTo(Duration.ofDays(200)) > 0) {
            return new Bucket.Weeks(definition.zone());
        }
        if (span.compareTo(Duration.ofDays(5)) > 0) {
            return new Bucket.Days(definition.zone());
        }
        if (span.compareTo(Duration.ofHours(30)) > 0) {
            return new Bucket.Minutes(120);
        }
        if (span.compareTo(Duration.ofHours(8)) > 0) {
            return new Bucket.Minutes(30);
        }
        return new Bucket.Minutes(span.compareTo(Duration.ofHours(2)) > 0 ? 10 : 2);
    }

    /** How much time the view shows; without a first moment, since the launch. */
    private Duration span(Definition definition, Live.View view) {
        if (view.range() instanceof Range.Today) {
            return Duration.ofDays(1);
        }
        Range.Bounds bounds = view.range().at(now, definition.zone());
        Instant from = bounds.from() == null ? definition.launchedAt() : bounds.from();
        Instant to = bounds.to() == null || bounds.to().isAfter(now) ? now : bounds.to();
        return from == null || from.isAfter(to) ? Duration.ofDays(365) : Duration.between(from, to);
    }

    private static long micros(Duration duration) {
        return duration.toSeconds() * 1_000_000 + duration.toNanosPart() / 1_000;
    }

    private static @Nullable Long micros(@Nullable Instant instant) {
        return instant == null ? null : Long.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }
}
