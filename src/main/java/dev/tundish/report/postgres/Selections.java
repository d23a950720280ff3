package dev.tundish.report.postgres;

import dev.tundish.funnel.Journey;
import dev.tundish.funnel.LeadsQuestion;
import dev.tundish.report.Reports.Lead;
import dev.tundish.report.Reports.Piece;
import dev.tundish.report.Reports.Selection;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** All leads behind a number, piece by piece: chosen in one scan, read a few hundred at a time. */
final class Selections {

    /** So many are read by one question to the database. */
    private static final int PIECE = 500;

    private final Cubes cubes;

    Selections(Cubes cubes) {
        this.cubes = cubes;
    }

    Mono<Selection> of(int campaign, LeadsQuestion question) {
        return cubes.read(
                        campaign,
                        (warm, cube) -> new Selection(
                                campaign,
                                warm.rules(),
                                List.copyOf(cube.attributes().keySet()),
                                cube.behind(question)))
                .map(found -> found.value());
    }

    Mono<Piece> piece(Selection selection, int from, Function<List<Integer>, Mono<Map<Integer, String>>> names) {
        List<Integer> numbers = numbers(selection.leads(), from);
        if (numbers.isEmpty()) {
            return Mono.just(new Piece(List.of(), -1));
        }
        int next = selection.leads().nextSetBit(numbers.getLast() + 1);
        Mono<List<Journey>> journeys = cubes.read(selection.campaign(), (warm, cube) -> {
                    if (!warm.rules().equals(selection.rules())) {
                        throw new IllegalStateException("the campaign's flow was changed while its leads were read");
                    }
                    return numbers.stream()
                            .map(lead -> Objects.requireNonNull(cube.journey(lead)))
                            .toList();
                })
                .map(read -> read.value());
        return Mono.zip(journeys, names.apply(numbers))
                .map(both -> new Piece(leads(numbers, both.getT1(), both.getT2()), next));
    }

    private static List<Integer> numbers(BitSet chosen, int from) {
        List<Integer> numbers = new ArrayList<>();
        for (int n = chosen.nextSetBit(from); n >= 0 && numbers.size() < PIECE; n = chosen.nextSetBit(n + 1)) {
            numbers.add(n);
        }
        return numbers;
    }

    private static List<Lead> leads(List<Integer> numbers, List<Journey> journeys, Map<Integer, String> names) {
        List<Lead> leads = new ArrayList<>();
        for (int n = 0; n < numbers.size(); n++) {
            String name = Objects.requireNonNull(names.get(numbers.get(n)), "a lead of the cube is in the journal");
            leads.add(new Lead(numbers.get(n), name, journeys.get(n)));
        }
        return leads;
    }
}
