package dev.tundish.live;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.journal.Changes;
import dev.tundish.journal.LogReader;
import dev.tundish.journal.Recorded;
import dev.tundish.report.Reports;
import dev.tundish.report.Tallied;
import dev.tundish.report.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One campaign's page, kept true: asked anew on a change and every 10 s, and said to be complete by beats between. */
final class LivePicture {

    private static final int NEWEST = 10;
    private static final Duration ANEW = Duration.ofSeconds(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    private final int campaign;
    private final Live.View view;
    private final Sources sources;
    private final AtomicLong told = new AtomicLong();
    private @Nullable CampaignPicture last;
    private Instant asked = Instant.MIN;
    private Instant timed = Instant.MIN;

    /** Where a picture's parts come from. */
    record Sources(Campaigns campaigns, Reports reports, LogReader log, Changes changes, InstantSource clock) {}

    LivePicture(int campaign, Live.View view, Sources sources) {
        this.campaign = campaign;
        this.view = view;
        this.sources = sources;
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

    private Mono<CampaignPicture> answer(Trigger trigger) {
        CampaignPicture known = last;
        boolean current = known != null
                && known.version() >= told.get()
                && sources.clock().instant().isBefore(asked.plus(ANEW));
        if (!current || known == null) {
            return ask().retryWhen(Recovery.retry("campaign page"));
        }
        // Only now: a change that the beat follows has been told before it, and would have been seen above.
        return trigger instanceof Trigger.Beat(Instant at)
                        && !at.isBefore(known.completeTo().plus(HEARTBEAT))
                ? Mono.just(remember(known.completeTo(at)))
                : Mono.empty();
    }

    private Mono<CampaignPicture> ask() {
        return Mono.defer(() -> {
            Moment moment = new Moment(sources.clock().instant());
            boolean timesNow = !moment.now().isBefore(timed.plus(LiveFunnel.TIMES));
            return sources.campaigns()
                    .find(campaign)
                    .flatMap(found -> Mono.zip(
                                    sources.reports()
                                            .funnel(campaign, moment.funnel(found.definition(), view, timesNow)),
                                    sources.reports()
                                            .pictures(List.of(campaign), moment.beside(found.definition(), view))
                                            .next(),
                                    sources.log().newest(campaign, NEWEST).collectList())
                            .map(parts -> picture(found, moment, parts.getT1(), parts.getT2(), parts.getT3())))
                    .doOnNext(picture -> {
                        asked = moment.now();
                        timed = timesNow ? moment.now() : timed;
                        remember(picture);
                    });
        });
    }

    private CampaignPicture remember(CampaignPicture picture) {
        last = picture;
        return picture;
    }

    private CampaignPicture picture(
            Campaign found, Moment moment, Versioned<FunnelReport> funnel, Tallied beside, List<Recorded> newest) {
        CampaignPicture known = last;
        FunnelReport report = known == null ? funnel.value() : funnel.value().orTimesOf(known.funnel());
        return new CampaignPicture(
                found,
                Math.min(funnel.version(), beside.version()),
                moment.now(),
                view,
                report,
                beside.feedback(),
                beside.activity(),
                newest,
                LastLead.of(beside, moment, newest));
    }
}
