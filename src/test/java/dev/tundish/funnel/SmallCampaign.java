package dev.tundish.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A few leads written by hand, times in minutes; what counters can answer too is asked of both. */
final class SmallCampaign {

    static final long MINUTE = 60_000_000;
    static final Happening IN = new Happening.Captured();
    static final Happening QUALIFIED = new Happening.Qualified();
    static final Happening WON = new Happening.Converted();
    static final Happening VOIDED = new Happening.Voided(null);

    final Cube cube;
    private final Rules rules;
    private final Tally tally;

    SmallCampaign(Flow flow, int handover) {
        this.rules = new Rules(flow, handover, Map.of());
        this.cube = new Cube(rules);
        this.tally = new Tally(rules);
    }

    static LeadEvent at(double minute, Happening what) {
        return with(Map.of(), minute, what);
    }

    static LeadEvent with(Map<String, String> attributes, double minute, Happening what) {
        return new LeadEvent("e" + minute + what, Math.round(minute * MINUTE), what, null, attributes);
    }

    static LeadEvent won(double minute, String amount, String currency) {
        Money value = new Money(new BigDecimal(amount), currency);
        return new LeadEvent("w" + minute, Math.round(minute * MINUTE), WON, value, Map.of());
    }

    static Happening lost(String reason) {
        return new Happening.Lost(reason);
    }

    static Happening said(Mark mark, String... reasons) {
        return new Happening.Feedback(mark, List.of(reasons));
    }

    /** One more lead, at the next number. */
    SmallCampaign lead(LeadEvent... events) {
        Journey journey = JourneyState.fold(rules, List.of(events)).journey();
        cube.put(cube.size(), journey);
        tally.move(null, journey);
        return this;
    }

    /** A cohort question over minutes. */
    static FunnelQuestion cohort(@Nullable Integer from, @Nullable Integer to) {
        return question(FunnelQuestion.Mode.COHORT, from, to, null, 0, null, Filter.NONE);
    }

    static FunnelQuestion activity(@Nullable Integer from, @Nullable Integer to) {
        return question(FunnelQuestion.Mode.ACTIVITY, from, to, null, 0, null, Filter.NONE);
    }

    static FunnelQuestion allowed(long window, long asOf) {
        return question(FunnelQuestion.Mode.COHORT, null, null, window, asOf, null, Filter.NONE);
    }

    static FunnelQuestion by(String breakdown) {
        return question(FunnelQuestion.Mode.COHORT, null, null, null, 0, breakdown, Filter.NONE);
    }

    static FunnelQuestion only(Filter filter) {
        return question(FunnelQuestion.Mode.COHORT, null, null, null, 0, null, filter);
    }

    private static FunnelQuestion question(
            FunnelQuestion.Mode mode,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable Long window,
            long asOf,
            @Nullable String breakdown,
            Filter filter) {
        return new FunnelQuestion(mode, micros(from), micros(to), window, asOf, true, true, breakdown, filter);
    }

    static @Nullable Long micros(@Nullable Integer minute) {
        return minute == null ? null : Long.valueOf(minute * MINUTE);
    }

    FunnelReport funnel(FunnelQuestion question) {
        FunnelQuestion counts = question.withoutTimes();
        if (counts.fromTallies()) {
            assertThat(TallyReports.funnel(counts, rules, sums(question.from(), question.to())))
                    .as("the counters' answer is the cube's")
                    .isEqualTo(cube.funnel(counts));
        }
        return cube.funnel(question);
    }

    FeedbackReport feedback(@Nullable Integer from, @Nullable Integer to, Bucket bucket) {
        FeedbackQuestion question = new FeedbackQuestion(micros(from), micros(to), bucket, Filter.NONE);
        FeedbackReport report = cube.feedback(question);
        assertThat(TallyReports.feedback(question, rules, minutes(question.from(), question.to())))
                .as("the counters' answer is the cube's")
                .isEqualTo(report);
        return report;
    }

    /** All leads behind a number, in one page. */
    List<Integer> leads(FunnelQuestion view, LeadsQuestion.@Nullable Count count, @Nullable Integer stage) {
        Cube.Page page = cube.leads(new LeadsQuestion(view, count, stage, null), null, 100);
        assertThat(page.total()).isEqualTo(page.leads().size());
        return page.leads();
    }

    private List<TallyReports.Row> minutes(@Nullable Long from, @Nullable Long to) {
        List<TallyReports.Row> rows = new ArrayList<>();
        tally.forEach((cell, leads, amount) -> {
            long at = cell.minute() * MINUTE;
            if (cell.minute() != TallyCell.WHOLE && (from == null || at >= from) && (to == null || at < to)) {
                rows.add(new TallyReports.Row(cell.minute(), cell.code(), leads, amount));
            }
        });
        return rows;
    }

    private List<TallyReports.Row> sums(@Nullable Long from, @Nullable Long to) {
        Map<String, TallyReports.Row> sums = new HashMap<>();
        minutes(from, to)
                .forEach(row -> sums.merge(
                        row.code(),
                        row,
                        (a, b) -> new TallyReports.Row(
                                0, a.code(), a.leads() + b.leads(), a.amount().add(b.amount()))));
        return List.copyOf(sums.values());
    }
}
