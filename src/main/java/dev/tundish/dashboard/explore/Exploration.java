package dev.tundish.dashboard.explore;

import dev.tundish.campaign.Definition;
import dev.tundish.dashboard.campaign.Sight;
import dev.tundish.funnel.Bucket;
import dev.tundish.funnel.Cube;
import dev.tundish.funnel.FeedbackQuestion;
import dev.tundish.funnel.FeedbackReport;
import dev.tundish.funnel.Filter;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.FunnelReport;
import dev.tundish.funnel.LeakQuestion;
import dev.tundish.funnel.LeakReport;
import dev.tundish.funnel.Rules;
import dev.tundish.funnel.ShiftQuestion;
import dev.tundish.funnel.ShiftReport;
import dev.tundish.funnel.TimesQuestion;
import dev.tundish.funnel.TimesReport;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that the page about a leak asks, of one version of a campaign's cube. */
final class Exploration {

    /** What leads are broken down by when the address says nothing: the first of these that they carry. */
    private static final List<String> USUAL = List.of("source", "segment", "medium", "region");

    /** By so many values leads can be broken down, and by so many the change of a rate (contract, 2 and 4). */
    private static final int BROKEN_DOWN = 50_000;

    private static final int SPLIT = 1_000;

    private final Definition campaign;
    private final Rules rules;
    private final Sight sight;
    private final FunnelQuestion view;
    private final Periods periods;
    private final @Nullable Leaky shown;

    /** @param shown the step that whoever looks sees already: what moves are the numbers, and not what they are of */
    Exploration(Definition campaign, Rules rules, Sight sight, @Nullable Leaky shown, Instant now) {
        this.campaign = campaign;
        this.rules = rules;
        this.sight = sight;
        this.shown = shown;
        this.view = Chosen.cohort(campaign, sight, now);
        this.periods = Periods.of(campaign, sight.range(), sight.selection().until(), now);
    }

    /**
     * What was found.
     *
     * @param leaky the stage that leads do or do not get past
     * @param left why leads left at the step, most first
     * @param attributes the keys that leads carry, and how many values each has
     * @param by what leads are broken down by; null: they carry nothing
     * @param values the same funnel for each value of it, whatever the filter wants of this attribute
     * @param shift what changed from one period to the next, when there is something to tell leads apart by
     */
    record Found(
            Rules rules,
            Leaky leaky,
            FunnelReport funnel,
            LeakReport leaks,
            List<FunnelReport.ReasonCount> left,
            FeedbackReport said,
            Map<String, Integer> attributes,
            @Nullable String by,
            List<FunnelReport.Segment> values,
            TimesReport times,
            Periods periods,
            @Nullable ShiftReport shift) {

        int step() {
            return leaky.step();
        }
    }

    /** Why it is this step. */
    enum Choice {
        /** The address says so. */
        ASKED,
        /** One kind of lead is lost there most, beyond the rest. */
        EXCESS,
        /** Most leads are lost there. */
        LOST,
        /** Nothing is known yet. */
        FIRST
    }

    Found of(Cube cube) {
        FunnelReport funnel = cube.funnel(view);
        Map<String, Integer> attributes = cube.attributes();
        Leaky leaky = leaky(cube);
        String by = by(attributes);
        return new Found(
                rules,
                leaky,
                funnel,
                cube.leaks(new LeakQuestion(view, leaky.step(), List.of(), true)),
                cube.exits(view, leaky.step()),
                cube.feedback(
                        new FeedbackQuestion(view.from(), view.to(), new Bucket.Days(campaign.zone()), view.filter())),
                attributes,
                by,
                by == null ? List.of() : values(cube, by),
                cube.times(new TimesQuestion(view, leaky.step() + 1)),
                periods,
                by == null || attributes.getOrDefault(by, 0) > SPLIT
                        ? null
                        : cube.shift(new ShiftQuestion(periods.before(view), periods.after(view), leaky.step(), by)));
    }

    /** A step, and why it is looked at. */
    record Leaky(int step, Choice choice) {}

    /** The step that the address names, or the one that is shown, or the one where one kind of lead is lost most beyond the rest. */
    private Leaky leaky(Cube cube) {
        int asked = sight.step() == null ? -1 : rules.flow().indexOf(sight.step());
        int last = rules.flow().last();
        if (asked >= 0 && asked < last) {
            return new Leaky(asked, Choice.ASKED);
        }
        if (shown != null && shown.step() < last) {
            return shown;
        }
        int worst = 0;
        double excess = 0;
        int most = 0;
        long lost = 0;
        for (int k = 0; k < last; k++) {
            LeakReport leaks = cube.leaks(new LeakQuestion(view, k, List.of(), false));
            double here = leaks.leaks().stream()
                    .filter(LeakReport.Leak::real)
                    .mapToDouble(LeakReport.Leak::low)
                    .max()
                    .orElse(0);
            if (here > excess) {
                worst = k;
                excess = here;
            }
            if (leaks.lost() > lost) {
                most = k;
                lost = leaks.lost();
            }
        }
        return excess > 0 ? new Leaky(worst, Choice.EXCESS) : new Leaky(most, lost > 0 ? Choice.LOST : Choice.FIRST);
    }

    private @Nullable String by(Map<String, Integer> attributes) {
        String asked = sight.by();
        if (asked != null && attributes.getOrDefault(asked, BROKEN_DOWN + 1) <= BROKEN_DOWN) {
            return asked;
        }
        return Stream.concat(USUAL.stream(), attributes.keySet().stream())
                .filter(key -> attributes.getOrDefault(key, SPLIT + 1) <= SPLIT)
                .findFirst()
                .orElse(null);
    }

    /** Whoever filters by a value wants to see the others beside it, to add them or to take them instead. */
    private List<FunnelReport.Segment> values(Cube cube, String by) {
        Map<String, Set<String>> others = new LinkedHashMap<>(view.filter().wanted());
        others.remove(by);
        FunnelQuestion broken = new FunnelQuestion(
                view.mode(), view.from(), view.to(), view.window(), view.asOf(), true, false, by, new Filter(others));
        List<FunnelReport.Segment> segments = cube.funnel(broken).segments();
        return segments == null ? List.of() : segments;
    }
}
