package dev.tundish.dashboard.campaign;

import com.vaadin.flow.router.QueryParameters;
import dev.tundish.funnel.FunnelQuestion.Mode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What one looks at, as it stands in the address. */
record Sight(Range range, Mode mode) {

    static final Sight WHOLE = new Sight(Range.ALL, Mode.COHORT);

    /** What the address says; what it does not say, or says wrongly, is the usual. */
    static Sight of(QueryParameters asked) {
        Range range = Range.of(first(asked, "range").orElse(null));
        return of(range, first(asked, "mode").orElse(""));
    }

    static Sight of(Range range, String mode) {
        return switch (mode) {
            case "cohort" -> new Sight(range, Mode.COHORT);
            case "activity" -> new Sight(range, Mode.ACTIVITY);
            default -> new Sight(range, range.usual());
        };
    }

    /** The address says no more than it has to. */
    QueryParameters parameters() {
        Map<String, String> said = new LinkedHashMap<>();
        if (range != Range.ALL) {
            said.put("range", range.code());
        }
        if (mode != range.usual()) {
            said.put("mode", mode.name().toLowerCase(Locale.ROOT));
        }
        return QueryParameters.simple(said);
    }

    private static Optional<String> first(QueryParameters asked, String name) {
        List<String> values = asked.getParameters().getOrDefault(name, List.of());
        return values.stream().findFirst();
    }
}
