package dev.tundish.api.reports;

import dev.tundish.api.http.Query;
import dev.tundish.campaign.Campaign;
import dev.tundish.funnel.Bucket;
import dev.tundish.funnel.FeedbackQuestion;
import dev.tundish.funnel.Filter;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.grammar.Names;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The parameters of reports (contract, 4) as questions. Whatever is wrong is refused by the parameter's name. */
final class ReportParameters {

    static final Set<String> FUNNEL =
            Set.of("mode", "from", "to", "last", "window", "asOf", "until", "parts", "breakdown", "filter");
    static final Set<String> FEEDBACK = Set.of("from", "to", "last", "bucket", "filter");
    /** Of every question about a funnel. */
    static final Set<String> VIEW = Set.of("mode", "from", "to", "last", "window", "asOf", "until", "filter");

    private static final long MINUTE = 60_000_000;

    private final Query query;

    ReportParameters(Query query) {
        this.query = query;
    }

    /** The funnel question at a moment: a rolling range and the default of {@code asOf} move with it. */
    LongFunction<FunnelQuestion> funnel() {
        FunnelQuestion.Mode mode = mode();
        Range range = range();
        Long window = query.span("window");
        if (window != null && mode == FunnelQuestion.Mode.ACTIVITY) {
            throw Query.wrong("window", "goes with mode=cohort: what happened in a range has no time allowed.");
        }
        Long asOf = query.moment("asOf");
        Long until = query.moment("until");
        boolean times = times();
        String breakdown = query.one(
                "breakdown", Names::isSlug, "is the key of an attribute: lower-case letters, digits and underscores.");
        Filter filter = filter();
        return now -> new FunnelQuestion(
                mode,
                range.from(now),
                range.to(),
                window,
                asOf == null ? now : asOf,
                true,
                times && mode == FunnelQuestion.Mode.COHORT,
                breakdown,
                filter,
                until);
    }

    FeedbackQuestion feedback(Campaign campaign, long now) {
        Range range = range();
        return new FeedbackQuestion(range.from(now), range.to(), bucket(campaign), filter());
    }

    private FunnelQuestion.Mode mode() {
        String mode = query.one("mode", Set.of("cohort", "activity")::contains, "is cohort or activity.");
        return "activity".equals(mode) ? FunnelQuestion.Mode.ACTIVITY : FunnelQuestion.Mode.COHORT;
    }

    private boolean times() {
        String parts = query.one(
                "parts",
                Set.of("counts", "times", "both", "counts,times", "times,counts")::contains,
                "is counts, times or counts,times.");
        return parts == null || !parts.equals("counts");
    }

    private Filter filter() {
        Filter filter = Filter.NONE;
        for (String pair : query.all("filter")) {
            int colon = pair.indexOf(':');
            if (colon < 1 || !Names.isSlug(pair.substring(0, colon))) {
                throw Query.wrong("filter", "is key:value, such as source:google; key: alone is the leads without it.");
            }
            filter = filter.with(pair.substring(0, colon), pair.substring(colon + 1));
        }
        return filter;
    }

    /** A range that stands, or one that rolls up to now. */
    private record Range(
            @Nullable Long fixed,
            @Nullable Long last,
            @Nullable Long to) {
        @Nullable
        Long from(long now) {
            return last == null ? fixed : Long.valueOf(minute(now - last));
        }
    }

    private Range range() {
        Long from = query.moment("from");
        Long to = query.moment("to");
        Long last = query.span("last");
        if (last != null && (from != null || to != null)) {
            throw Query.wrong("last", "stands in place of from and to: leave them out, or it.");
        }
        if (from != null && to != null && from > to) {
            throw Query.wrong("from", "is not after to.");
        }
        return new Range(from == null ? null : minute(from), last, to == null ? null : minute(to));
    }

    static long minute(long micros) {
        return Math.floorDiv(micros, MINUTE) * MINUTE;
    }

    Bucket bucket(Campaign campaign) {
        String text = query.one("bucket");
        if (text == null) {
            return new Bucket.Minutes(60);
        }
        if (text.equals("P1D")) {
            return new Bucket.Days(campaign.definition().zone());
        }
        if (text.equals("P1W")) {
            return new Bucket.Weeks(campaign.definition().zone());
        }
        Long span = query.span("bucket");
        if (span == null || span % MINUTE != 0 || span / MINUTE > 720) {
            throw Query.wrong("bucket", "is whole minutes from PT1M to PT12H, or P1D, or P1W.");
        }
        return new Bucket.Minutes((int) (span / MINUTE));
    }
}
