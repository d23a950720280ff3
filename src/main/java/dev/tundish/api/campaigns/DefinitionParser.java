package dev.tundish.api.campaigns;

import dev.tundish.api.http.JsonObject;
import dev.tundish.campaign.Checked;
import dev.tundish.campaign.Definition;
import dev.tundish.campaign.Definition.OwnReason;
import dev.tundish.campaign.DefinitionRules;
import dev.tundish.campaign.Draft;
import dev.tundish.grammar.JsonTree;
import dev.tundish.grammar.Spans;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a campaign (contract, 5) from JSON: what is of the wrong shape is noted here, everything else is judged by
 * {@link DefinitionRules}, and all of it is said at once.
 */
final class DefinitionParser {

    private final JsonObject body;
    private final Set<String> noted = new HashSet<>();

    private DefinitionParser(JsonObject body) {
        this.body = body;
    }

    static Definition parse(String key, JsonObject body) {
        Object named = body.get("key");
        if (named != null && !named.equals(key)) {
            body.wrong("key", "is another one than the address names; leave it out.");
        }
        return new DefinitionParser(body).definition();
    }

    private Definition definition() {
        Checked checked = DefinitionRules.check(draft());
        if (checked instanceof Checked.Wrong(List<Checked.Fault> faults)) {
            faults.stream()
                    .filter(fault -> !follows(fault.field()))
                    .forEach(fault -> body.wrong(fault.field(), fault.sentence()));
        }
        body.refuseIfWrong();
        return ((Checked.Right) checked).definition();
    }

    /** What has no shape was left out of the draft: that it is missing there is not the sender's fault. */
    private boolean follows(String field) {
        return noted.stream().anyMatch(wrong -> wrong.startsWith(field))
                || field.equals("flow") && body.get("flow") == null && noted.contains("template");
    }

    private Draft draft() {
        return new Draft(
                string("name"),
                string("template"),
                flow(),
                string("zone"),
                string("channel"),
                Moments.read(body, "launchedAt", noted),
                Moments.read(body, "endsAt", noted),
                sum("budget"),
                targets(),
                string("predecessor"),
                string("handover"),
                body.get("handover") == null && !body.isNull("handover"),
                window(),
                reasons(),
                string("owner"),
                tags(),
                archived(),
                string("promise"),
                sum("spend"));
    }

    private <T> @Nullable T wrong(String field, String sentence) {
        noted.add(field);
        return body.wrong(field, sentence);
    }

    private @Nullable String string(String field) {
        Object value = body.get(field);
        return value == null || value instanceof String ? (String) value : wrong(field, "must be text.");
    }

    private @Nullable List<Draft.Step> flow() {
        Object value = body.get("flow");
        if (value == null) {
            return null;
        }
        if (!(value instanceof List<?> list)) {
            return wrong("flow", "must be a list of 2 to 10 stages.");
        }
        List<Draft.Step> steps = new ArrayList<>();
        for (int n = 0; n < list.size(); n++) {
            if (list.get(n) instanceof Map<?, ?> stage) {
                Object brief = stage.get("short");
                steps.add(new Draft.Step(
                        text(stage, "key"), text(stage, "label"), brief == null ? null : text(stage, "short")));
            } else {
                return wrong("flow[" + n + "]", "must be an object with \"key\" and \"label\".");
            }
        }
        return steps;
    }

    /** What is no text cannot be right, and neither can the empty text. */
    private static String text(Map<?, ?> members, String name) {
        return members.get(name) instanceof String text ? text : "";
    }

    private Draft.@Nullable Sum sum(String field) {
        Object value = body.get(field);
        if (value == null) {
            return null;
        }
        return value instanceof Map<?, ?> money
                ? new Draft.Sum(text(money, "amount"), text(money, "currency"))
                : wrong(field, "must be such as {\"amount\": \"5000\", \"currency\": \"EUR\"}: the amount as text.");
    }

    private Map<String, Long> targets() {
        Map<String, Long> targets = new LinkedHashMap<>();
        Object value = body.get("targets");
        if (value instanceof Map<?, ?> sent) {
            sent.forEach((stage, number) -> {
                if (number instanceof JsonTree.Literal(String text) && text.matches("0|[1-9][0-9]{0,12}")) {
                    targets.put(String.valueOf(stage), Long.parseLong(text));
                } else {
                    wrong("targets." + stage, "must be a whole number, 0 or more.");
                }
            });
        } else if (value != null) {
            wrong("targets", "must be an object of stage to number.");
        }
        return targets;
    }

    private @Nullable Duration window() {
        Object value = body.get("window");
        OptionalLong micros = value instanceof String text ? Spans.micros(text) : OptionalLong.empty();
        if (value != null && micros.isEmpty()) {
            wrong(
                    "window",
                    "must be a duration of weeks, days or time, such as P30D: more than 0, at most 3,660 days.");
        }
        return micros.isPresent() ? Duration.of(micros.getAsLong(), ChronoUnit.MICROS) : null;
    }

    private List<OwnReason> reasons() {
        List<OwnReason> reasons = new ArrayList<>();
        Object value = body.get("reasons");
        if (value != null && !(value instanceof List)) {
            wrong("reasons", "must be a list of at most " + DefinitionRules.REASONS + " objects.");
        }
        List<?> list = value instanceof List<?> sent ? sent : List.of();
        for (int n = 0; n < list.size(); n++) {
            Map<?, ?> reason = list.get(n) instanceof Map<?, ?> members ? members : Map.of();
            boolean quality = flag(reason.get("quality"), "reasons[" + n + "].quality");
            reasons.add(new OwnReason(text(reason, "key"), text(reason, "label"), quality));
        }
        return reasons;
    }

    private List<String> tags() {
        Object value = body.get("tags");
        if (value != null && !(value instanceof List)) {
            wrong("tags", "must be a list of at most " + DefinitionRules.TAGS + " tags.");
        }
        List<?> list = value instanceof List<?> sent ? sent : List.of();
        return list.stream().map(tag -> tag instanceof String text ? text : "").toList();
    }

    private boolean archived() {
        return flag(body.get("archived"), "archived");
    }

    private boolean flag(@Nullable Object value, String field) {
        boolean yes = value instanceof JsonTree.Literal(String text) && text.equals("true");
        boolean no = value == null || value instanceof JsonTree.Literal(String text) && text.equals("false");
        if (!yes && !no) {
            wrong(field, "must be true or false.");
        }
        return yes;
    }
}
