package dev.tundish.live;

import dev.tundish.campaign.Campaign;
import dev.tundish.campaign.Campaigns;
import dev.tundish.campaign.Definition;
import dev.tundish.funnel.Cube;
import dev.tundish.funnel.FeedbackQuestion;
import dev.tundish.funnel.FeedbackReport;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.funnel.LeadsQuestion;
import dev.tundish.funnel.Rules;
import dev.tundish.funnel.TrendQuestion;
import dev.tundish.funnel.TrendReport;
import dev.tundish.journal.Card;
import dev.tundish.journal.Changes;
import dev.tundish.journal.LeadLog;
import dev.tundish.journal.LogReader;
import dev.tundish.journal.Recorded;
import dev.tundish.report.PictureQuestion;
import dev.tundish.report.Pulse;
import dev.tundish.report.Reports;
import dev.tundish.report.Tallied;
import dev.tundish.report.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** One campaign whose version a test moves; it counts what is asked of it. */
final class FakeSources {

    final Sinks.Many<Changes.Change> changed = Sinks.many().multicast().directBestEffort();
    final Sinks.Many<Instant> beats = Sinks.many().multicast().directBestEffort();
    final AtomicInteger funnelQueries = new AtomicInteger();
    final List<FunnelQuestion> funnelQuestions = new ArrayList<>();
    final AtomicInteger newestQueries = new AtomicInteger();
    final AtomicInteger pictureQueries = new AtomicInteger();
    final List<Collection<Integer>> glanced = new ArrayList<>();
    final Map<Integer, Integer> surveys = new ConcurrentHashMap<>();
    /** Counts by campaign, where they are not the usual ones. */
    final Map<Integer, FunnelReport> counts = new ConcurrentHashMap<>();
    /** The minutes in which leads came, by campaign. */
    final Map<Integer, int[]> arrivals = new ConcurrentHashMap<>();

    volatile List<Campaign> campaigns = List.of(CAMPAIGN);
    /** How long whatever the tallies do not know takes. */
    volatile Duration cubeTakes = Duration.ZERO;

    volatile long version = 1;
    /** New leads in the present minute, of every campaign. */
    volatile long lately;

    volatile @Nullable RuntimeException away;

    LivePicture.Sources sources() {
        return new LivePicture.Sources(
                new FakeCampaigns(), new FakeReports(), new FakeLog(), new FakeChanges(), FakeSources::now);
    }

    Pulse pulse() {
        return new Pulse() {
            @Override
            public Mono<int[]> arrivals(int campaign, int fromMinute, int toMinute) {
                return Mono.just(IntStream.of(arrivals.getOrDefault(campaign, new int[0]))
                        .filter(minute -> minute >= fromMinute && minute < toMinute)
                        .toArray());
            }

            @Override
            public Mono<Integer> oldestWaiting(int campaign) {
                return Mono.empty();
            }
        };
    }

    /** The clock of the virtual scheduler, so that time passes as the test says. */
    static Instant now() {
        return Instant.ofEpochMilli(Schedulers.parallel().now(TimeUnit.MILLISECONDS));
    }

    void commit() {
        version++;
        changed.tryEmitNext(new Changes.Change(1, version));
    }

    void commit(int campaign) {
        version++;
        changed.tryEmitNext(new Changes.Change(campaign, version));
    }

    void beat() {
        beats.tryEmitNext(now());
    }

    private static final Definition DEFINITION = new Definition(
            "Spring",
            "sales-assisted",
            Flow.SALES_ASSISTED,
            ZoneOffset.UTC,
            null,
            null,
            null,
            null,
            Map.of(),
            null,
            "qualified",
            Duration.ofDays(30),
            List.of());

    private static final Campaign CAMPAIGN = new Campaign(1, "spring", DEFINITION, 1, Instant.EPOCH, Instant.EPOCH);

    private final class FakeCampaigns implements Campaigns {
        @Override
        public Mono<Integer> idOf(String key) {
            return Mono.just(1);
        }

        @Override
        public Mono<Campaign> find(String key) {
            return Mono.just(CAMPAIGN);
        }

        @Override
        public Mono<Campaign> find(int id) {
            return Mono.just(CAMPAIGN);
        }

        @Override
        public Flux<Campaign> all() {
            return Flux.fromIterable(campaigns);
        }

        @Override
        public Mono<Rules> rules(int id, int flowVersion) {
            return Mono.just(DEFINITION.rules());
        }

        @Override
        public Mono<Saved> save(
                String key, Definition definition, @Nullable Integer ifMatch, boolean rebuild, String by) {
            return Mono.error(new UnsupportedOperationException());
        }
    }

    private final class FakeReports implements Reports {
        @Override
        public Mono<Versioned<FunnelReport>> funnel(int campaign, FunnelQuestion question) {
            return Mono.defer(() -> {
                funnelQueries.incrementAndGet();
                funnelQuestions.add(question);
                RuntimeException failure = away;
                if (failure != null) {
                    return Mono.error(failure);
                }
                Mono<Versioned<FunnelReport>> answer =
                        Mono.fromSupplier(() -> new Versioned<>(version, counts.getOrDefault(campaign, report())));
                return question.fromTallies() || cubeTakes.isZero()
                        ? answer
                        : Mono.delay(cubeTakes).then(answer);
            });
        }

        private FunnelReport report() {
            FunnelReport.Row row = new FunnelReport.Row(
                    Flow.SALES_ASSISTED.stages().getFirst(), version, 0, null, null, 0L, 0L, 0L, null, null);
            return new FunnelReport(
                    FunnelQuestion.Mode.COHORT, null, null, List.of(row), null, 0L, List.of(), List.of(), null);
        }

        @Override
        public Flux<Tallied> pictures(Collection<Integer> campaigns, PictureQuestion question) {
            return Flux.defer(() -> {
                pictureQueries.incrementAndGet();
                Rules rules = DEFINITION.rules();
                long[][] activity = new long[question.toMinute() - question.fromMinute()]
                        [rules.flow().size()];
                activity[activity.length - 1][0] = lately;
                glanced.add(List.copyOf(campaigns));
                RuntimeException failure = away;
                return failure != null
                        ? Flux.error(failure)
                        : Flux.fromIterable(campaigns)
                                .map(id -> new Tallied(
                                        id,
                                        version,
                                        rules,
                                        counts.getOrDefault(id, report()),
                                        feedback(),
                                        activity,
                                        0));
            });
        }

        private FeedbackReport feedback() {
            return new FeedbackReport(0, 0, 0, 0, 0, 0, 0L, 0L, null, List.of(), List.of(), List.of());
        }

        @Override
        public Mono<Versioned<FeedbackReport>> feedback(int campaign, FeedbackQuestion question) {
            return Mono.fromSupplier(() -> new Versioned<>(version, feedback()));
        }

        @Override
        public Mono<LeadPage> leads(int campaign, LeadsQuestion question, @Nullable String cursor, int limit) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<Selection> selection(int campaign, LeadsQuestion question) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<Versioned<TrendReport>> trend(int campaign, TrendQuestion question) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<Piece> piece(Selection selection, int from) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public <T> Mono<Versioned<T>> ask(int campaign, BiFunction<Rules, Cube, T> work) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<String> leadName(int campaign, int number) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<Map<String, Integer>> leadNumbers(int campaign, Collection<String> names) {
            return Mono.just(Map.of());
        }

        @Override
        public Mono<Integer> leadNumber(int campaign, String name) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<Map<Integer, String>> leadNames(int campaign, Collection<Integer> numbers) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<Versioned<long[][]>> activity(int campaign, int fromMinute, int toMinute) {
            surveys.merge(campaign, 1, Integer::sum);
            return Mono.just(new Versioned<>(version, new long[toMinute - fromMinute][5]));
        }
    }

    private final class FakeLog implements LogReader {
        @Override
        public Mono<LeadLog> lead(int campaign, String lead) {
            return Mono.empty();
        }

        @Override
        public Mono<Map<String, Card>> cards(int campaign, Collection<String> leads) {
            return Mono.just(Map.of());
        }

        @Override
        public Flux<Recorded> newest(int campaign, int limit) {
            return Flux.defer(() -> {
                newestQueries.incrementAndGet();
                return Flux.empty();
            });
        }

        @Override
        public Mono<Boolean> eraseCard(int campaign, String lead) {
            return Mono.just(false);
        }
    }

    private final class FakeChanges implements Changes {
        @Override
        public Flux<Change> of(int campaign) {
            return Flux.defer(() -> Flux.concat(Flux.just(new Change(1, version)), changed.asFlux()));
        }

        @Override
        public Flux<Change> all() {
            return of(1);
        }

        @Override
        public Flux<Instant> beats() {
            return beats.asFlux();
        }
    }
}
