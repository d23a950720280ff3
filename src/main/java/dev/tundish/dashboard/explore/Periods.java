package dev.tundish.dashboard.explore;

import dev.tundish.campaign.Definition;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.live.Range;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Two spans of time of which the later one is compared with the earlier one at the same age: so much time as leads of the
 * later one have had by now is all that those of the earlier one are given.
 *
 * @param from where the later one begins
 * @param to where it ends; null: it goes on
 * @param back how much earlier the earlier one is; whole days are those of the zone's clock
 * @param until the moment as of which the earlier one is told
 */
record Periods(Instant from, @Nullable Instant to, Duration back, Instant until, ZoneId zone) {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final long DAY = 86_400;

    /**
     * The range that is looked at, and the one before it: weeks earlier where it is longer than a week, so that weekdays
     * meet weekdays, days earlier where it is longer than two hours. Of all time, what came since a moment: the one that is
     * named, or a week ago, or half-way since the launch where that is not two weeks ago.
     *
     * @param since a local time of the campaign's zone
     */
    static Periods of(Definition campaign, Range range, @Nullable LocalDateTime since, Instant now) {
        Range.Bounds bounds = range.at(now, campaign.zone());
        boolean over = bounds.to() != null && bounds.to().isBefore(now);
        Instant end = over && bounds.to() != null ? bounds.to() : now;
        Instant named = since == null
                ? bounds.from()
                : ZonedDateTime.of(since, campaign.zone()).toInstant();
        Instant from =
                (named == null || !named.isBefore(end) ? usual(campaign, end) : named).truncatedTo(ChronoUnit.MINUTES);
        Duration back = back(Duration.between(from, end));
        Instant until = earlier(now, back, campaign.zone()).truncatedTo(ChronoUnit.MINUTES);
        return new Periods(from, over ? end : null, back, until, campaign.zone());
    }

    private static Instant usual(Definition campaign, Instant end) {
        Instant launched = campaign.launchedAt();
        if (launched == null || !launched.isBefore(end.minus(Duration.ofMinutes(2)))) {
            return end.minus(WEEK);
        }
        Duration age = Duration.between(launched, end);
        return age.compareTo(WEEK.multipliedBy(2)) < 0 ? launched.plus(age.dividedBy(2)) : end.minus(WEEK);
    }

    /** The length, rounded up. A range that rolls begins on a whole minute, so that it is up to a minute longer than it says. */
    private static Duration back(Duration length) {
        long seconds = Math.max(60, length.toSeconds() - 60);
        long unit =
                length.compareTo(Duration.ofHours(2)) <= 0 ? 60 : length.compareTo(WEEK) < 0 ? DAY : WEEK.toSeconds();
        return Duration.ofSeconds((seconds + unit - 1) / unit * unit);
    }

    private static Instant earlier(Instant moment, Duration back, ZoneId zone) {
        return back.toSeconds() % DAY == 0
                ? moment.atZone(zone).minusDays(back.toDays()).toInstant()
                : moment.minus(back);
    }

    /** Where the earlier one begins. */
    Instant earlierFrom() {
        return earlier(from, back, zone);
    }

    /** Where the earlier one ends: before the later one begins, whatever was rounded. */
    Instant earlierTo() {
        Instant end = to == null ? until : earlier(to, back, zone);
        return end.isAfter(from) ? from : end;
    }

    FunnelQuestion before(FunnelQuestion view) {
        return over(view, earlierFrom(), earlierTo()).asItStood(Json.micros(until));
    }

    FunnelQuestion after(FunnelQuestion view) {
        return over(view, from, to);
    }

    private static FunnelQuestion over(FunnelQuestion view, Instant from, @Nullable Instant to) {
        return new FunnelQuestion(
                view.mode(),
                Json.micros(from),
                to == null ? null : Long.valueOf(Json.micros(to)),
                view.window(),
                view.asOf(),
                true,
                false,
                null,
                view.filter());
    }
}
