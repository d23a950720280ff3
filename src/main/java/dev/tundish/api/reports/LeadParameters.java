package dev.tundish.api.reports;

import dev.tundish.api.http.Query;
import dev.tundish.campaign.Campaign;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.LeadsQuestion;
import dev.tundish.funnel.LeadsQuestion.By;
import dev.tundish.funnel.LeadsQuestion.Count;
import dev.tundish.funnel.LeadsQuestion.Sort;
import dev.tundish.grammar.Names;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of lists of leads (contract, 4). Whatever is wrong is refused by the parameter's name. */
final class LeadParameters {

    static final Set<String> LEADS = Set.of(
            "mode",
            "from",
            "to",
            "last",
            "window",
            "asOf",
            "until",
            "filter",
            "count",
            "at",
            "reason",
            "tookFrom",
            "tookTo",
            "sort",
            "limit",
            "cursor",
            "parts",
            "breakdown",
            "bucket");

    /** A file is the whole list: it has no pages. */
    static final Set<String> FILE = LEADS.stream()
            .filter(name -> !Set.of("limit", "cursor", "sort").contains(name))
            .collect(Collectors.toUnmodifiableSet());

    private static final int MOST_LEADS = 500;
    private static final int USUAL_LEADS = 100;
    private static final String SECONDS = "(0|[1-9][0-9]{0,10})(\\.[0-9]{1,6})?";
    private static final Map<String, Count> COUNTS =
            Arrays.stream(Count.values()).collect(Collectors.toMap(LeadParameters::name, Function.identity()));
    private static final Map<String, By> ORDERS =
            Arrays.stream(By.values()).collect(Collectors.toMap(LeadParameters::name, Function.identity()));

    private final Query query;

    LeadParameters(Query query) {
        this.query = query;
    }

    LeadsQuestion question(Campaign campaign, long now) {
        FunnelQuestion view = new ReportParameters(query).funnel().apply(now);
        Count count = count(view.mode());
        Integer stage = stage(campaign, count);
        String reason = query.one(
                "reason", Names::isSlug, "is a reason: lower-case letters, digits and underscores, such as no_budget.");
        if (reason != null && count == null) {
            throw Query.wrong("reason", "goes with count, such as count=out.");
        }
        return new LeadsQuestion(view, count, stage, reason, took("tookFrom", count), took("tookTo", count), sort());
    }

    private @Nullable Count count(FunnelQuestion.Mode mode) {
        String counted = query.one("count", COUNTS::containsKey, "is one of " + sorted(COUNTS) + ".");
        Count count = counted == null ? null : COUNTS.get(counted);
        if (count != null && count.isOfCohorts() && mode == FunnelQuestion.Mode.ACTIVITY) {
            throw Query.wrong("count", "is a number of mode=cohort: there is none such of what happened in a range.");
        }
        return count;
    }

    private @Nullable Integer stage(Campaign campaign, @Nullable Count count) {
        String stage = query.one("at");
        if (stage == null) {
            if (count != null && count.needsStage()) {
                throw Query.wrong("at", "is needed: this count is one of a stage.");
            }
            return null;
        }
        int number = campaign.definition().flow().indexOf(stage);
        if (number < 0) {
            throw Query.wrong("at", "is the key of one of the campaign's stages.");
        }
        if (count == null) {
            throw Query.wrong("at", "goes with count, such as count=leads.");
        }
        return number;
    }

    private @Nullable Double took(String name, @Nullable Count count) {
        String text = query.one(name, t -> t.matches(SECONDS), "is a number of seconds, such as 3600.");
        if (text != null && count != Count.TOOK) {
            throw Query.wrong(name, "goes with count=took.");
        }
        return text == null ? null : Double.valueOf(text);
    }

    private Sort sort() {
        String text = query.one(
                "sort",
                t -> ORDERS.containsKey(t.startsWith("-") ? t.substring(1) : t),
                "is one of " + sorted(ORDERS) + ", the least first; with a minus before it, the greatest first.");
        if (text == null) {
            return Sort.NEWEST;
        }
        boolean descending = text.startsWith("-");
        By by = ORDERS.get(descending ? text.substring(1) : text);
        return by == null ? Sort.NEWEST : new Sort(by, descending);
    }

    int limit() {
        String text = query.one(
                "limit", t -> t.matches("[1-9][0-9]{0,2}") && Integer.parseInt(t) <= MOST_LEADS, "is 1 to 500.");
        return text == null ? USUAL_LEADS : Integer.parseInt(text);
    }

    @Nullable
    String cursor() {
        return query.one("cursor");
    }

    private static String sorted(Map<String, ?> names) {
        return names.keySet().stream().sorted().collect(Collectors.joining(", "));
    }

    /** {@code HANDED_OVER} is called {@code handedOver}. */
    static String name(Enum<?> constant) {
        String lower = constant.name().toLowerCase(Locale.ROOT);
        int line = lower.indexOf('_');
        return line < 0
                ? lower
                : lower.substring(0, line) + Character.toUpperCase(lower.charAt(line + 1)) + lower.substring(line + 2);
    }
}
