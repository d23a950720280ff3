package dev.tundish.live;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.funnel.FeedbackReport;
import dev.tundish.funnel.Filter;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.journal.Changes;
import dev.tundish.journal.LogReader;
import dev.tundish.report.Reports;
import dev.tundish.report.Tallied;
import dev.tundish.report.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One campaign's page, kept true: asked anew on a change and every 10 s, and said to be complete by beats between. */
final class LivePicture {

    private static final Duration ANEW = Duration.ofSeconds(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    /** A cube in memory answers within this; only when it does not, less is shown first. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final int campaign;
    private final Live.View view;
    private final Sources sources;
    private final LiveNews news;
    private final AtomicLong told = new AtomicLong();
    private @Nullable CampaignPicture last;
    private Instant asked = Instant.MIN;
    private Instant timed = Instant.MIN;

    /** Where a picture's parts come from. */
    record Sources(Campaigns campaigns, Reports reports, LogReader log, Changes changes, InstantSource clock) {}

    LivePicture(int campaign, Live.View view, Sources sources, LiveNews news) {
        this.campaign = campaign;
        this.view = view;
        this.sources = sources;
        this.news = news;
    }

    Flux<CampaignPicture> stream() {
        Flux<Trigger> triggers = Flux.merge(
                sources.changes()
                        .of(campaign)
                        .doOnNext(change -> told.accumulateAndGet(change.version(), Math::max))
                        .map(change -> new Trigger.Changed(change.version())),
                sources.changes().beats().map(Trigger.Beat::new));
        return Conflation.answer(triggers, this::answer);
    }

    private Flux<CampaignPicture> answer(Trigger trigger) {
        CampaignPicture known = last;
        if (known == null) {
            return first();
        }
        Instant now = sources.clock().instant();
        boolean current = known.version() >= told.get() && now.isBefore(asked.plus(ANEW)) && !timed.equals(Instant.MIN);
        if (!current) {
            return ask().retryWhen(Recovery.retry("campaign page")).flux();
        }
        // Only now: a change that the beat follows has been told before it, and would have been seen above.
        return trigger instanceof Trigger.Beat(Instant at)
                        && !at.isBefore(known.completeTo().plus(HEARTBEAT))
                ? Flux.just(remember(known.completeTo(at)))
                : Flux.empty();
    }

    /** A cube that is not in memory yet takes its time: until then what the tallies know is shown, and kept true. */
    private Flux<CampaignPicture> first() {
        Mono<CampaignPicture> exact =
                ask().retryWhen(Recovery.retry("campaign page")).cache();
        Flux<CampaignPicture> meanwhile = Flux.interval(PATIENCE, HEARTBEAT)
                .onBackpressureDrop()
                .concatMap(_ -> parts(false), 1)
                .retryWhen(Recovery.retry("campaign page"))
                .takeUntilOther(exact);
        return Flux.merge(meanwhile, exact);
    }

    private Mono<CampaignPicture> ask() {
        return parts(true).doOnNext(this::remember);
    }

    private Mono<CampaignPicture> parts(boolean exact) {
        return Mono.defer(() -> {
            Moment moment = new Moment(sources.clock().instant());
            // Times cost more than counts: the first picture does without.
            boolean timesNow = exact && last != null && !moment.now().isBefore(timed.plus(LiveFunnel.TIMES));
            return news.of(campaign, told.get(), moment.now())
                    .flatMap(known -> parts(known, moment, exact, timesNow))
                    .doOnNext(_ -> {
                        asked = exact ? moment.now() : asked;
                        timed = timesNow ? moment.now() : timed;
                    });
        });
    }

    private Mono<CampaignPicture> parts(LiveNews.News known, Moment moment, boolean exact, boolean times) {
        Campaign found = known.campaign();
        return Mono.zip(
                        sources.reports().funnel(campaign, funnel(found, moment, exact, times)),
                        sources.reports()
                                .pictures(List.of(campaign), moment.beside(found.definition(), view))
                                .next(),
                        exact ? feedback(found, moment) : Mono.just(Optional.<FeedbackReport>empty()))
                .map(all -> picture(known, moment, exact, all.getT1(), all.getT2(), all.getT3()));
    }

    private FunnelQuestion funnel(Campaign found, Moment moment, boolean exact, boolean times) {
        Live.View asked = exact ? view : new Live.View(view.mode(), view.range(), Allowed.NONE, Filter.NONE);
        return moment.funnel(found.definition(), asked, times);
    }

    /** The tallies know the verdicts of all leads; of some, the cube does. */
    private Mono<Optional<FeedbackReport>> feedback(Campaign found, Moment moment) {
        return view.filter().isNone()
                ? Mono.just(Optional.empty())
                : sources.reports()
                        .feedback(campaign, moment.feedback(found.definition(), view))
                        .map(answer -> Optional.of(answer.value()));
    }

    private CampaignPicture remember(CampaignPicture picture) {
        last = picture;
        return picture;
    }

    private CampaignPicture picture(
            LiveNews.News news,
            Moment moment,
            boolean exact,
            Versioned<FunnelReport> funnel,
            Tallied beside,
            Optional<FeedbackReport> filtered) {
        CampaignPicture known = last;
        FunnelReport report = known == null ? funnel.value() : funnel.value().orTimesOf(known.funnel());
        return new CampaignPicture(
                news.campaign(),
                Math.min(funnel.version(), beside.version()),
                moment.now(),
                view,
                exact,
                report,
                filtered.orElse(beside.feedback()),
                beside.activity(),
                news.newest(),
                news.numbers(),
                LastLead.of(beside, moment, news.newest()));
    }
}
