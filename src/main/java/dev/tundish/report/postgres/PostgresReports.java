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
import dev.tundish.report.PictureQuestion;
import dev.tundish.report.Reports;
import dev.tundish.report.Tallied;
import dev.tundish.report.Versioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Reports} from the tallies where they suffice, else from the cubes. */
final class PostgresReports implements Reports {

    private static final List<String> FEEDBACK = Slice.kinds(TallyReports.feedbackPrefixes());
    private static final List<String> ACTIVITY = Slice.kinds(TallyReports.activityPrefixes());

    private final DatabaseClient database;
    private final TallyReader tallies;
    private final Cubes cubes;
    private final Campaigns campaigns;

    PostgresReports(DatabaseClient database, TallyReader tallies, Cubes cubes, Campaigns campaigns) {
        this.database = database;
        this.tallies = tallies;
        this.cubes = cubes;
        this.campaigns = campaigns;
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
        if (!question.filter().isNone()) {
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
                                            read.slices().get(2))));
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
        return Mono.fromCallable(() -> new After(Cursor.read(cursor)))
                .flatMap(after -> cubes.read(campaign, (warm, cube) -> {
                    Cube.Page page = cube.leads(question, after.position(), limit);
                    List<Journey> journeys = page.leads().stream()
                            .map(lead -> Objects.requireNonNull(cube.journey(lead)))
                            .toList();
                    return new Found(warm.rules(), page, journeys);
                }))
                .flatMap(found -> names(campaign, found.value().page().leads()).map(names -> page(found, names)));
    }

    private record After(Cube.@Nullable Position position) {}

    private record Found(Rules rules, Cube.Page page, List<Journey> journeys) {}

    private static LeadPage page(Versioned<Found> found, Map<Integer, String> names) {
        Cube.Page page = found.value().page();
        List<Lead> leads = new ArrayList<>();
        for (int n = 0; n < page.leads().size(); n++) {
            String name =
                    Objects.requireNonNull(names.get(page.leads().get(n)), "a lead of the cube is in the journal");
            leads.add(new Lead(name, found.value().journeys().get(n)));
        }
        return new LeadPage(found.version(), found.value().rules(), page.total(), leads, Cursor.write(page.next()));
    }

    /** A lead's number never changes, so its name may be read after the cube. */
    private Mono<Map<Integer, String>> names(int campaign, List<Integer> leads) {
        if (leads.isEmpty()) {
            return Mono.just(Map.of());
        }
        return database.sql("""
                        select j.lead_no, j.lead from campaign_head h cross join unnest($2::int[]) as n(lead_no)
                        cross join lateral (
                            select * from journey j where j.campaign_id = h.campaign_id and j.epoch = h.epoch
                                and j.lead_no between n.lead_no and n.lead_no order by j.lead_no limit 1) j
                        where h.campaign_id = $1
                        """)
                .bind("$1", campaign)
                .bind("$2", leads.toArray(Integer[]::new))
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get(0, Integer.class)),
                        Objects.requireNonNull(row.get(1, String.class))))
                .all()
                .collect(HashMap<Integer, String>::new, (all, e) -> all.put(e.getKey(), e.getValue()))
                .map(all -> all);
    }
}
