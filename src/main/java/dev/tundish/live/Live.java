package dev.tundish.live;

import dev.tundish.campaign.Definition;
import dev.tundish.funnel.Bucket;
import dev.tundish.funnel.FeedbackQuestion;
import dev.tundish.funnel.Filter;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.report.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.LongFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is true now. Each stream is shared by all who ask the same, gives its latest picture at once, the first change at
 * once, then at most four a second, latest wins. While the database is away it is silent and goes on by itself.
 */
public interface Live {

    /**
     * A funnel report, again whenever it changes and judged anew at least every 10 s; times at most every 5 s.
     *
     * @param question asked anew with the present moment (microseconds since the epoch), for rolling ranges and windows
     */
    Flux<Versioned<FunnelReport>> funnel(int campaign, String name, LongFunction<FunnelQuestion> question);

    /** A campaign's page: also every 2 s when nothing changes, so that a page knows that it is not blind. */
    Flux<CampaignPicture> campaign(int campaign, View view);

    /**
     * All campaigns in short, in the order of their keys; also every 2 s when nothing changes. While very many of them
     * change it slows down to one a second.
     */
    Flux<Overview> overview();

    /**
     * Any answer about a campaign, kept true while somebody looks: at once, again on a change but at most once in a pace,
     * anew at least every 10 s, and said to be complete every 2 s. Not shared: who renders it once shares that.
     *
     * @param question asked anew with the present moment; fails with {@link IllegalArgumentException} when it cannot be
     *     answered at all
     */
    <T> Flux<Kept<T>> kept(int campaign, Duration pace, Function<Instant, Mono<T>> question);

    /** An answer; everything that was committed before that moment is in it. */
    record Kept<T>(Instant completeTo, T value) {}

    /**
     * What a page looks at.
     *
     * @param allowed plays no part in the mode activity
     */
    record View(FunnelQuestion.Mode mode, Range range, Allowed allowed, Filter filter) {

        public static final View WHOLE =
                new View(FunnelQuestion.Mode.COHORT, new Range.Whole(), Allowed.USUAL, Filter.NONE);

        /** What it asks of a campaign at a moment: counts, without times. */
        public FunnelQuestion question(Definition definition, Instant now) {
            return new Moment(now).funnel(definition, this, false);
        }

        /** The verdicts of the same time and the same leads, as a series too. */
        public FeedbackQuestion feedback(Definition definition, Instant now) {
            return new Moment(now).feedback(definition, this);
        }

        /** How wide the buckets of its time series are at a moment. */
        public Bucket bucket(Definition definition, Instant now) {
            return new Moment(now).bucket(definition, this);
        }
    }
}
