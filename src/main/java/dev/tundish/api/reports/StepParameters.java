package dev.tundish.api.reports;

import dev.tundish.api.http.Query;
import dev.tundish.campaign.Campaign;
import dev.tundish.funnel.Earlier;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.LeakQuestion;
import dev.tundish.funnel.ShiftQuestion;
import dev.tundish.funnel.TimesQuestion;
import dev.tundish.funnel.TrendQuestion;
import dev.tundish.grammar.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of reports about steps and times (contract, 4) as questions. Whatever is wrong is refused by the
 * parameter's name. Stages are looked up in the flow that the answer is of.
 */
final class StepParameters {

    static final Set<String> TREND = withView("bucket");
    static final Set<String> LEAKS = withView("stage", "by", "pairs");
    static final Set<String> SHIFT = withView("stage", "by", "before.from", "before.to", "before.until");
    static final Set<String> TIMES = withView("stage");
    static final Set<String> COMPARISON = withView("with");

    private static final int MOST_KEYS = 20;
    private static final String AN_ATTRIBUTE =
            "is the key of an attribute: lower-case letters, digits and underscores.";

    private final Query query;
    private final ReportParameters reports;

    StepParameters(Query query) {
        this.query = query;
        this.reports = new ReportParameters(query);
    }

    private static Set<String> withView(String... more) {
        Set<String> all = new HashSet<>(ReportParameters.VIEW);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }

    FunnelQuestion view(long now) {
        return reports.funnel().apply(now).withoutTimes();
    }

    TrendQuestion trend(Campaign campaign, long now) {
        return new TrendQuestion(view(now), reports.bucket(campaign));
    }

    LeakQuestion leaks(Flow flow, long now) {
        String pairs = query.one("pairs", Set.of("true", "false")::contains, "is true or false.");
        List<String> keys = query.all("by").stream().distinct().toList();
        if (keys.size() > MOST_KEYS) {
            throw Query.wrong("by", "may stand at most " + MOST_KEYS + " times.");
        }
        keys.forEach(key -> {
            if (!Names.isSlug(key)) {
                throw Query.wrong("by", AN_ATTRIBUTE);
            }
        });
        return new LeakQuestion(cohort(now), left(flow), keys, "true".equals(pairs));
    }

    TimesQuestion times(Flow flow, long now) {
        int stage = stage(flow);
        if (stage == 0) {
            throw Query.wrong("stage", "is the one that leads came to: one after the first.");
        }
        return new TimesQuestion(cohort(now), stage);
    }

    ShiftQuestion shift(Campaign campaign, Flow flow, long now) {
        String key = query.one("by", Names::isSlug, AN_ATTRIBUTE);
        if (key == null) {
            throw Query.wrong("by", "is needed: the attribute by which leads are told apart.");
        }
        FunnelQuestion after = view(now);
        return new ShiftQuestion(before(campaign, after, now), after, left(flow), key);
    }

    /** The period that is named, else the one before. */
    private FunnelQuestion before(Campaign campaign, FunnelQuestion after, long now) {
        Long from = minute(query.moment("before.from"));
        Long to = minute(query.moment("before.to"));
        Long until = query.moment("before.until");
        if (from == null && to == null && until == null) {
            return previous(campaign, after, "before.from", now);
        }
        if (from != null && to != null && from > to) {
            throw Query.wrong("before.from", "is not after before.to.");
        }
        return new FunnelQuestion(
                after.mode(), from, to, after.window(), after.asOf(), true, false, null, after.filter(), until);
    }

    static FunnelQuestion previous(Campaign campaign, FunnelQuestion view, String parameter, long now) {
        if (view.from() == null) {
            throw Query.wrong(parameter, "needs a range to be before: give from or last too.");
        }
        return Earlier.period(view, campaign.definition().zone(), now);
    }

    private FunnelQuestion cohort(long now) {
        FunnelQuestion view = view(now);
        if (view.mode() == FunnelQuestion.Mode.ACTIVITY) {
            throw Query.wrong("mode", "is cohort here: only of leads who came in is known what became of them.");
        }
        return view;
    }

    private int left(Flow flow) {
        int stage = stage(flow);
        if (stage == flow.last()) {
            throw Query.wrong("stage", "is the one that leads leave: one before the last.");
        }
        return stage;
    }

    private int stage(Flow flow) {
        String key = query.one("stage");
        int stage = key == null ? -1 : flow.indexOf(key);
        if (stage < 0) {
            throw Query.wrong("stage", "is needed: the key of one of the campaign's stages.");
        }
        return stage;
    }

    private static @Nullable Long minute(@Nullable Long micros) {
        return micros == null ? null : Long.valueOf(ReportParameters.minute(micros));
    }
}
