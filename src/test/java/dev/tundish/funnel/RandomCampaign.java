package dev.tundish.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hostile leads from a seed, in a cube and in counters, with questions to ask of them. */
record RandomCampaign(long seed, Chance chance, Rules rules, BruteForce brute, Cube cube, Tally tally) {

    static RandomCampaign of(long seed) {
        Chance chance = new Chance(seed);
        Rules rules = chance.rules();
        Cube cube = new Cube(rules);
        Tally tally = new Tally(rules);
        List<Journey> journeys = new ArrayList<>();
        for (int lead = 0; lead < 60; lead++) {
            List<LeadEvent> events = chance.lead(rules);
            if (events.size() > 1) {
                Journey before = JourneyState.fold(rules, events.subList(1, events.size()))
                        .journey();
                cube.put(lead, before);
                tally.move(null, before);
                Journey now = JourneyState.fold(rules, events).journey();
                cube.put(lead, now);
                tally.move(before, now);
                journeys.add(now);
            } else {
                journeys.add(JourneyState.fold(rules, events).journey());
                cube.put(lead, journeys.getLast());
                tally.move(null, journeys.getLast());
            }
        }
        return new RandomCampaign(seed, chance, rules, new BruteForce(rules, journeys), cube, tally);
    }

    FunnelQuestion question() {
        return question(chance.random().nextInt(3) > 0);
    }

    FunnelQuestion question(boolean cohort) {
        Long window = cohort && chance.random().nextBoolean()
                ? Long.valueOf(chance.one(List.of(1L, 90L, 2160L)) * Chance.MINUTE)
                : null;
        return new FunnelQuestion(
                cohort ? FunnelQuestion.Mode.COHORT : FunnelQuestion.Mode.ACTIVITY,
                chance.maybeMinute(),
                chance.maybeMinute(),
                window,
                Chance.START + chance.random().nextInt(7 * 1440) * Chance.MINUTE,
                true,
                cohort && chance.random().nextBoolean(),
                chance.random().nextBoolean() ? null : chance.one(List.of("source", "segment", "nobody_has_it")),
                filter(),
                chance.random().nextInt(3) > 0
                        ? null
                        : Long.valueOf(Chance.START + chance.random().nextLong(7 * 1440 * Chance.MINUTE)));
    }

    Filter filter() {
        Filter filter = Filter.NONE;
        while (chance.random().nextInt(3) == 0) {
            filter = chance.random().nextBoolean()
                    ? filter.with("source", chance.one(List.of("google", "meta", "", "\uD83D\uDE00", "unheard")))
                    : filter.with("segment", chance.one(List.of("smb", "")));
        }
        return filter;
    }

    /** The counters of a range, as the database gives them: by minute, or summed (of the whole campaign if unbounded). */
    List<TallyReports.Row> rows(@Nullable Long from, @Nullable Long to, boolean byMinute) {
        boolean whole = !byMinute && from == null && to == null;
        Map<String, TallyReports.Row> rows = new HashMap<>();
        tally.forEach((cell, leads, amount) -> {
            long at = cell.minute() * Chance.MINUTE;
            boolean inside = (cell.minute() == TallyCell.WHOLE) == whole
                    && (whole || (from == null || at >= from) && (to == null || at < to));
            if (inside) {
                rows.merge(
                        byMinute ? cell.minute() + cell.code() : cell.code(),
                        new TallyReports.Row(byMinute ? cell.minute() : TallyCell.WHOLE, cell.code(), leads, amount),
                        (a, b) -> new TallyReports.Row(
                                a.minute(),
                                a.code(),
                                a.leads() + b.leads(),
                                a.amount().add(b.amount())));
            }
        });
        return List.copyOf(rows.values());
    }

    /** The number is that of the leads behind it, page by page, newest first. */
    void same(LeadsQuestion question, long number) {
        List<Integer> all = pages(question, number);
        List<Long> firsts = all.stream()
                .map(lead -> -brute.journeys().get(lead).reached()[0])
                .toList();
        if (!firsts.contains(-Journey.NEVER)) {
            assertThat(firsts).as("newest first, seed %d, %s", seed, question).isSorted();
        }
    }

    /** All leads behind a number, page by page, each once. */
    List<Integer> pages(LeadsQuestion question, long number) {
        List<Integer> all = new ArrayList<>();
        Cube.Position after = null;
        do {
            Cube.Page page = cube.leads(question, after, 7);
            assertThat(page.total()).as("seed %d, %s", seed, question).isEqualTo(number);
            all.addAll(page.leads());
            after = page.next();
        } while (after != null);
        assertThat(all).as("pages, seed %d, %s", seed, question).hasSize((int) number);
        assertThat(new HashSet<>(all)).as("seed %d, %s", seed, question).hasSize((int) number);
        return all;
    }
}
