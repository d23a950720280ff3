package dev.tundish.dashboard.explore;

import dev.tundish.campaign.Definition;
import dev.tundish.dashboard.campaign.Selection;
import dev.tundish.dashboard.campaign.Sight;
import dev.tundish.funnel.FunnelQuestion;
import dev.tundish.funnel.LeadsQuestion;
import dev.tundish.funnel.LeadsQuestion.By;
import dev.tundish.funnel.LeadsQuestion.Sort;
import dev.tundish.live.Live;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an address chooses, as questions. */
final class Chosen {

    /** What a list can be sorted by, by its name in addresses. */
    private static final Map<String, By> ORDERS = Map.of(
            "first", By.FIRST,
            "reached", By.REACHED,
            "stage", By.STAGE,
            "value", By.VALUE,
            "verdict", By.VERDICT_AT);

    private Chosen() {}

    /** Leads who came in: who was lost is known of them alone. */
    static FunnelQuestion cohort(Definition campaign, Sight sight, Instant now) {
        return new Live.View(FunnelQuestion.Mode.COHORT, sight.range(), sight.allowed(), sight.filter())
                .question(campaign, now);
    }

    /** @throws IllegalArgumentException when the address asks for a number that does not exist */
    static LeadsQuestion leads(Definition campaign, Sight sight, Instant now) {
        Selection chosen = sight.selection();
        FunnelQuestion view = sight.view().question(campaign, now);
        if (chosen.until() != null) {
            view = view.asItStood(
                    Json.micros(chosen.until().atZone(campaign.zone()).toInstant()));
        }
        Selection.Took took = chosen.took();
        return new LeadsQuestion(
                view,
                chosen.count(),
                stage(campaign, chosen.at()),
                chosen.reason(),
                took == null || took.from() == null ? null : Double.valueOf(took.from()),
                took == null || took.to() == null ? null : Double.valueOf(took.to()),
                sort(sight.sort()));
    }

    static @Nullable Integer stage(Definition campaign, @Nullable String key) {
        int number = key == null ? -1 : campaign.flow().indexOf(key);
        return number < 0 ? null : Integer.valueOf(number);
    }

    static Sort sort(@Nullable String text) {
        if (text == null) {
            return Sort.NEWEST;
        }
        By by = ORDERS.get(text.replaceFirst("-(asc|desc)$", ""));
        return by == null ? Sort.NEWEST : new Sort(by, !text.endsWith("-asc"));
    }

    /** The name of an order in addresses. */
    static String name(Sort sort) {
        return ORDERS.entrySet().stream()
                        .filter(known -> known.getValue() == sort.by())
                        .map(Map.Entry::getKey)
                        .findAny()
                        .orElseThrow()
                + (sort.descending() ? "-desc" : "-asc");
    }
}
