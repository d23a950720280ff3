package dev.tundish.dashboard;

import dev.tundish.funnel.Cube;
import dev.tundish.funnel.FeedbackQuestion;
import dev.tundish.funnel.FeedbackReport;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.funnel.LeadsQuestion;
import dev.tundish.funnel.Rules;
import dev.tundish.funnel.TrendQuestion;
import dev.tundish.funnel.TrendReport;
import dev.tundish.report.PictureQuestion;
import dev.tundish.report.Reports;
import dev.tundish.report.Tallied;
import dev.tundish.report.Versioned;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every campaign's answers, from one cube that a test fills. */
final class CubeReports implements Reports {

    final Rules rules;
    final Cube cube;

    CubeReports(Rules rules) {
        this.rules = rules;
        this.cube = new Cube(rules);
    }

    @Override
    public <T> Mono<Versioned<T>> ask(int campaign, BiFunction<Rules, Cube, T> work) {
        return Mono.fromSupplier(() -> new Versioned<>(1, work.apply(rules, cube)));
    }

    @Override
    public Mono<Versioned<FunnelReport>> funnel(int campaign, FunnelQuestion question) {
        return ask(campaign, (_, all) -> all.funnel(question));
    }

    @Override
    public Mono<Versioned<FeedbackReport>> feedback(int campaign, FeedbackQuestion question) {
        return ask(campaign, (_, all) -> all.feedback(question));
    }

    @Override
    public Mono<Versioned<TrendReport>> trend(int campaign, TrendQuestion question) {
        return ask(campaign, (_, all) -> all.trend(question));
    }

    @Override
    public Mono<String> leadName(int campaign, int number) {
        return number < cube.size() ? Mono.just("lead-" + number) : Mono.empty();
    }

    @Override
    public Mono<Integer> leadNumber(int campaign, String name) {
        return Mono.empty();
    }

    @Override
    public Mono<Map<String, Integer>> leadNumbers(int campaign, Collection<String> names) {
        return Mono.just(Map.of());
    }

    @Override
    public Mono<Map<Integer, String>> leadNames(int campaign, Collection<Integer> numbers) {
        return Mono.just(Map.of());
    }

    @Override
    public Mono<LeadPage> leads(int campaign, LeadsQuestion question, @Nullable String cursor, int limit) {
        Cube.Page page = cube.leads(question, null, limit);
        return Mono.just(new LeadPage(
                1,
                rules,
                page.total(),
                page.leads().stream()
                        .map(n -> new Lead(n, "lead-" + n, Objects.requireNonNull(cube.journey(n))))
                        .toList(),
                page.next() == null ? null : "next"));
    }

    @Override
    public Mono<Selection> selection(int campaign, LeadsQuestion question) {
        return Mono.error(new UnsupportedOperationException());
    }

    @Override
    public Mono<Piece> piece(Selection selection, int from) {
        return Mono.error(new UnsupportedOperationException());
    }

    @Override
    public Mono<Versioned<long[][]>> activity(int campaign, int fromMinute, int toMinute) {
        return Mono.empty();
    }

    @Override
    public Flux<Tallied> pictures(Collection<Integer> campaigns, PictureQuestion question) {
        return Flux.empty();
    }
}
