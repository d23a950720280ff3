package dev.tundish.dashboard.campaign;

import dev.tundish.funnel.Comparison;
import dev.tundish.funnel.FunnelReport;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a campaign's numbers stand beside, or why there is nothing. */
sealed interface Yardstick {

    /** As the address says it. */
    Against against();

    /** What people call it. */
    String name();

    /** There is none, and this is why. */
    record Missing(Against against, String name, String why) implements Yardstick {}

    /** @param whole whether the counts can be compared too, and not the rates alone */
    record Targets(Against against, String name, Map<String, Long> targets, boolean whole) implements Yardstick {}

    /**
     * Another funnel, as it stood at a moment.
     *
     * @param key its campaign
     * @param from first moment of its range, or null
     * @param until the moment
     * @param younger whether it has not reached our age yet
     * @param leads what to look at to see its leads
     */
    record Funnel(
            Against against,
            String name,
            FunnelReport report,
            String key,
            ZoneId zone,
            @Nullable Instant from,
            Instant until,
            boolean younger,
            Sight leads)
            implements Yardstick {}

    /** Our funnel beside it; null: there is nothing to compare with. */
    default @Nullable Comparison beside(FunnelReport ours) {
        return switch (this) {
            case Missing _ -> null;
            case Targets targets -> Comparison.of(ours, targets.targets());
            case Funnel funnel -> Comparison.of(ours, funnel.report());
        };
    }
}
