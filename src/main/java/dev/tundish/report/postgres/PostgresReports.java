package dev.tundish.report.postgres;

import dev.tundish.campaign.Campaigns;
import dev.tundish.funnel.Cube;
import dev.tundish.funnel.FeedbackQuestion;
import dev.tundish.funnel.FeedbackReport;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.funnel.Journey;
import dev.tundish.funnel.LeadsQuestion;
import dev.tundish.funnel.Rules;
import dev.tundish.funnel.TallyReports;
import dev.tundish.funnel.TrendQuestion;
import dev.tundish.funnel.TrendReport;
import dev.tundish.report.PictureQuestion;
import dev.tundish.report.Reports;
import dev.tundish.report.Tallied;
import dev.tundish.report.Versioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@link Reports} from the tallies where they suffice, else from the cubes. Series run through the counters of every minute,
 * which takes longer than a scan of a cube that is there: then it is asked.
 */
final class PostgresReports implements Reports {

    private static final List<String> FEEDBACK = Slice.kinds(TallyReports.feedbackPrefixes());
    private static final List<String> ACTIVITY = Slice.kinds(TallyReports.activityPrefixes());

    private final TallyReader tallies;
    private final Cubes cubes;
    private final LeadNames names;
    private final Campaigns campaigns;
    private final Selections selections;

    PostgresReports(TallyReader tallies, Cubes cubes, LeadNames names, Campaigns campaigns) {
        this.tallies = tallies;
        this.cubes = cubes;
        this.names = names;
        this.campaigns = campaigns;
        this.selections = new Selections(cubes);
    }

    @Override
    public Mono<Versioned<FunnelReport>> funnel(int campaign, FunnelQuestion question) {
        if (!question.fromTallies()) {
            return cubes.read(campaign, (_, cube) -> cube.funnel(question));
        }
        Slice sums = Slice.sums(Slice.kinds(TallyReports.prefixes(question.mode())), question.from(), question.to());
        return tallied(campaign, List.of(sums), (rules, rows) -> TallyReports.funnel(question, rules, rows.getFirst()));
    }

    @Override
    public Mono<Versioned<FeedbackReport>> feedback(int campaign, FeedbackQuestion question) {
        if (!question.filter().isNone() || cubes.holds(campaign)) {
            return cubes.read(campaign, (_, cube) -> cube.feedback(question));
        }
        return tallied(
                campaign,
                List.of(Slice.minutes(FEEDBACK, question.from(), question.to())),
                (rules, rows) -> TallyReports.feedback(question, rules, rows.getFirst()));
    }

    @Override
    public Mono<Versioned<long[][]>> activity(int campaign, int fromMinute, int toMinute) {
        Slice minutes = new Slice(ACTIVITY, fromMinute, toMinute, true);
        return tallied(
                campaign,
                List.of(minutes),
                (rules, rows) -> TallyReports.activity(fromMinute, toMinute, rules, rows.getFirst()));
    }

    @Override
    public Flux<Tallied> pictures(Collection<Integer> ids, PictureQuestion question) {
        FunnelQuestion funnel = question.funnel();
        List<Slice> slices = List.of(
                Slice.sums(Slice.kinds(TallyReports.prefixes(funnel.mode())), funnel.from(), funnel.to()),
                question.series()
                        ? Slice.minutes(
                                FEEDBACK,
                                question.feedback().from(),
                                question.feedback().to())
                        : Slice.sums(
                                FEEDBACK,
                                question.feedback().from(),
                                question.feedback().to()),
                new Slice(ACTIVITY, question.fromMinute(), question.toMinute(), true));
        return tallies.read(ids, slices)
                .flatMapMany(reads -> Flux.fromIterable(reads.entrySet()).concatMap(entry -> {
                    TallyReader.Read read = entry.getValue();
                    return campaigns
                            .rules(entry.getKey(), read.flowVersion())
                            .map(rules -> new Tallied(
                                    entry.getKey(),
                                    read.version(),
                                    rules,
                                    TallyReports.funnel(
                                            funnel, rules, read.slices().get(0)),
                                    TallyReports.feedback(
                                            question.feedback(),
                                            rules,
                                            read.slices().get(1)),
                                    TallyReports.activity(
                                            question.fromMinute(),
                                            question.toMinute(),
                                            rules,
                                            read.slices().get(2)),
                                    TallyReports.waiting(read.slices().get(1))));
                }));
    }

    private <T> Mono<Versioned<T>> tallied(
            int campaign, List<Slice> slices, BiFunction<Rules, List<List<TallyReports.Row>>, T> work) {
        return tallies.read(List.of(campaign), slices).flatMap(reads -> {
            TallyReader.Read read = reads.get(campaign);
            return read == null
                    ? Mono.empty()
                    : campaigns
                            .rules(campaign, read.flowVersion())
                            .map(rules -> new Versioned<>(read.version(), work.apply(rules, read.slices())));
        });
    }

    @Override
    public Mono<LeadPage> leads(int campaign, LeadsQuestion question, @Nullable String cursor, int limit) {
        return Mono.fromCallable(() -> new After(Cursor.read(cursor, question.sort())))
                .flatMap(after -> cubes.read(campaign, (warm, cube) -> {
                    Cube.Page page = cube.leads(question, after.position(), limit);
                    List<Journey> journeys = page.leads().stream()
                            .map(lead -> Objects.requireNonNull(cube.journey(lead)))
                            .toList();
                    return new Found(warm.rules(), page, journeys);
                }))
                .flatMap(found -> names.names(campaign, found.value().page().leads())
                        .map(known -> page(found, known, question.sort())));
    }

    @Override
    public Mono<Versioned<TrendReport>> trend(int campaign, TrendQuestion question) {
        if (!question.fromTallies() || cubes.holds(campaign)) {
            return cubes.read(campaign, (_, cube) -> cube.trend(question));
        }
        FunnelQuestion view = question.view();
        Slice minutes = Slice.minutes(Slice.kinds(TallyReports.trendPrefixes(view.mode())), view.from(), view.to());
        return tallied(
                campaign, List.of(minutes), (rules, rows) -> TallyReports.trend(question, rules, rows.getFirst()));
    }

    @Override
    public <T> Mono<Versioned<T>> ask(int campaign, BiFunction<Rules, Cube, T> work) {
        return cubes.read(campaign, (warm, cube) -> work.apply(warm.rules(), cube));
    }

    @Override
    public Mono<String> leadName(int campaign, int number) {
        return names.names(campaign, List.of(number)).mapNotNull(found -> found.get(number));
    }

    @Override
    public Mono<Map<String, Integer>> leadNumbers(int campaign, Collection<String> leads) {
        return names.numbers(campaign, leads);
    }

    @Override
    public Mono<Integer> leadNumber(int campaign, String name) {
        return names.number(campaign, name);
    }

    @Override
    public Mono<Map<Integer, String>> leadNames(int campaign, Collection<Integer> numbers) {
        return names.names(campaign, numbers);
    }

    @Override
    public Mono<Selection> selection(int campaign, LeadsQuestion question) {
        return selections.of(campaign, question);
    }

    @Override
    public Mono<Piece> piece(Selection selection, int from) {
        return selections.piece(selection, from, numbers -> leadNames(selection.campaign(), numbers));
    }

    private record After(Cube.@Nullable Position position) {}

    private record Found(Rules rules, Cube.Page page, List<Journey> journeys) {}

    private static LeadPage page(Versioned<Found> found, Map<Integer, String> names, LeadsQuestion.Sort sort) {
        Cube.Page page = found.value().page();
        List<Lead> leads = new ArrayList<>();
        for (int n = 0; n < page.leads().size(); n++) {
            int number = page.leads().get(n);
            String name = Objects.requireNonNull(names.get(number), "a lead of the cube is in the journal");
            leads.add(new Lead(number, name, found.value().journeys().get(n)));
        }
        return new LeadPage(
                found.version(), found.value().rules(), page.total(), leads, Cursor.write(page.next(), sort));
    }
}
