package dev.tundish.api.reports;

import dev.tundish.funnel.Comparison;
import dev.tundish.funnel.Evidence;
import dev.tundish.funnel.FunnelQuestion;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A comparison in the contract's form (contract, 4). */
final class ComparisonJson {

    private ComparisonJson() {}

    static Map<String, @Nullable Object> of(
            String campaign,
            long version,
            FunnelQuestion view,
            Map<String, @Nullable Object> with,
            Comparison comparison) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("campaign", campaign);
        members.put("version", version);
        members.put("mode", view.mode().name().toLowerCase(Locale.ROOT));
        members.put("from", Times.textOrNull(view.from()));
        members.put("to", Times.textOrNull(view.to()));
        members.put("with", with);
        members.put(
                "stages", comparison.stages().stream().map(ComparisonJson::row).toList());
        return members;
    }

    static Map<String, @Nullable Object> target() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("kind", "target");
        return members;
    }

    /** Everything that the other funnel can be asked for again by. */
    static Map<String, @Nullable Object> other(String kind, String campaign, long version, FunnelQuestion view) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("kind", kind);
        members.put("campaign", campaign);
        members.put("version", version);
        members.put("from", Times.textOrNull(view.from()));
        members.put("to", Times.textOrNull(view.to()));
        members.put("asOf", Times.text(view.asOf()));
        members.put("until", Times.textOrNull(view.until()));
        return members;
    }

    private static Map<String, @Nullable Object> row(Comparison.Row row) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("key", row.stage().key());
        members.put("label", row.stage().label());
        members.put("leads", row.leads());
        members.put("other", row.other());
        members.put("ofPrevious", row.ofPrevious());
        members.put("otherOfPrevious", row.otherOfPrevious());
        members.put("previous", evidence(row.previous()));
        members.put("ofFirst", row.ofFirst());
        members.put("otherOfFirst", row.otherOfFirst());
        members.put("first", evidence(row.first()));
        return members;
    }

    private static @Nullable Map<String, @Nullable Object> evidence(@Nullable Evidence evidence) {
        if (evidence == null) {
            return null;
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("points", evidence.points());
        members.put("low", evidence.low());
        members.put("high", evidence.high());
        members.put("word", LeadParameters.name(evidence.word()));
        return members;
    }
}
