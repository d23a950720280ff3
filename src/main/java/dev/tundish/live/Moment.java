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

    /** The funnel of a page: those who came in are judged by the campaign's time allowed. */
    FunnelQuestion funnel(Definition definition, Live.View view, boolean times) {
        boolean cohort = view.mode() == FunnelQuestion.Mode.COHORT;
        Long window = cohort ? micros(definition.window()) : null;
        return new FunnelQuestion(
                view.mode(), from(definition, view), null, window, micros(), true, times && cohort, null, Filter.NONE);
    }

    /** What stands beside the funnel, from the tallies. */
    PictureQuestion beside(Definition definition, Live.View view) {
        Long from = from(definition, view);
        FeedbackQuestion feedback = new FeedbackQuestion(from, null, bucket(definition, view), Filter.NONE);
        return new PictureQuestion(plain(), feedback, true, nextMinute() - HISTORY, nextMinute());
    }

    /** What the overview shows of every campaign. */
    PictureQuestion glance() {
        FeedbackQuestion feedback = new FeedbackQuestion(null, null, new Bucket.Minutes(720), Filter.NONE);
        return new PictureQuestion(plain(), feedback, false, nextMinute() - HISTORY, nextMinute());
    }

    private FunnelQuestion plain() {
        return new FunnelQuestion(
                FunnelQuestion.Mode.COHORT, null, null, null, micros(), true, false, null, Filter.NONE);
    }

    private @Nullable Long from(Definition definition, Live.View view) {
        if (view.today()) {
            Instant midnight = now.atZone(definition.zone())
                    .toLocalDate()
                    .atStartOfDay(definition.zone())
                    .toInstant();
            return micros(midnight);
        }
        Duration last = view.last();
        return last == null ? null : Math.floorDiv(micros() - micros(last), MINUTE) * MINUTE;
    }

    /** Narrow enough for a line to be seen, wide enough for some answers in each. */
    private Bucket bucket(Definition definition, Live.View view) {
        Duration span = span(definition, view);
        if (span.compareTo(Duration.ofDays(2)) > 0) {
            return new Bucket.Days(definition.zone());
        }
        if (span.compareTo(Duration.ofHours(8)) > 0) {
            return new Bucket.Minutes(60);
        }
        return new Bucket.Minutes(span.compareTo(Duration.ofHours(2)) > 0 ? 15 : 5);
    }

    /** How much time the view shows; of all time, since the launch. */
    private Duration span(Definition definition, Live.View view) {
        Duration last = view.last();
        if (view.today()) {
            return Duration.ofDays(1);
        }
        if (last != null) {
            return last;
        }
        Instant launched = definition.launchedAt();
        return launched == null || launched.isAfter(now) ? Duration.ofDays(365) : Duration.between(launched, now);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
