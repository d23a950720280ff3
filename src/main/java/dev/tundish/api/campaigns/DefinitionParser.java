package dev.tundish.api.campaigns;

import dev.tundish.api.grammar.Currencies;
import dev.tundish.api.grammar.Names;
import dev.tundish.api.grammar.Rfc3339;
import dev.tundish.api.grammar.Spans;
import dev.tundish.api.http.JsonObject;
import dev.tundish.api.http.JsonTree;
import dev.tundish.campaign.Definition;
import dev.tundish.funnel.Flow;
import dev.tundish.funnel.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads a campaign (contract, 5) with every default filled in; all that is wrong is said at once. */
final class DefinitionParser {

    private static final ZoneId UTC = ZoneId.of("UTC");

    private static final int NAME = 200;
    private static final long TARGET = 1_000_000_000_000L;
    private static final Duration WITH_HANDOVER = Duration.ofDays(30);
    private static final Duration SELF_SERVE = Duration.ofDays(14);

    private final JsonObject body;

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
        String name = body.text("name", NAME);
        if (name == null && body.get("name") == null) {
            body.wrong("name", "is needed: what people call the campaign.");
        }
        FlowParser flows = new FlowParser(body);
        Flow flow = Objects.requireNonNullElse(flows.flow(), Flow.SELF_SERVE);
        ZoneId zone = zone();
        String channel = body.text("channel", NAME);
        Instant launchedAt = moment("launchedAt");
        Instant endsAt = moment("endsAt");
        if (launchedAt != null && endsAt != null && !endsAt.isAfter(launchedAt)) {
            body.wrong("endsAt", "must be after \"launchedAt\".");
        }
        Money budget = budget();
        Map<String, Long> targets = targets(flow);
        String predecessor = predecessor();
        String handover = handover(flow);
        Duration window = window(handover);
        List<Definition.OwnReason> reasons = flows.reasons();
        body.refuseIfWrong();
        return new Definition(
                name == null ? "" : name,
                flows.template(flow),
                flow,
                zone,
                channel,
                launchedAt,
                endsAt,
                budget,
                targets,
                predecessor,
                handover,
                window,
                reasons);
    }

    private ZoneId zone() {
        Object value = body.get("zone");
        if (value == null) {
            return UTC;
        }
        if (value instanceof String text
                && ("Z".equals(text) || ZoneId.getAvailableZoneIds().contains(text))) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException unknown) {
                body.wrong("zone", "is not known to this system.");
                return UTC;
            }
        }
        body.wrong("zone", "must be a time zone, such as Europe/Amsterdam.");
        return UTC;
    }

    private @Nullable Instant moment(String field) {
        Object value = body.get(field);
        if (value == null) {
            return null;
        }
        OptionalLong micros = value instanceof String text ? Rfc3339.micros(text) : OptionalLong.empty();
        return micros.isEmpty()
                ? body.wrong(field, "must be a moment by RFC 3339, such as 2026-11-23T09:00:00+01:00.")
                : Instant.EPOCH.plus(micros.getAsLong(), ChronoUnit.MICROS);
    }

    private @Nullable Money budget() {
        Object value = body.get("budget");
        if (value == null) {
            return null;
        }
        boolean fits = value instanceof Map<?, ?> money
                && money.get("amount") instanceof String amount
                && Names.isAmount(amount)
                && money.get("currency") instanceof String currency
                && Currencies.isActive(currency);
        return fits && value instanceof Map<?, ?> money
                ? new Money(new BigDecimal(String.valueOf(money.get("amount"))), String.valueOf(money.get("currency")))
                : body.wrong(
                        "budget", "must be such as {\"amount\": \"5000\", \"currency\": \"EUR\"}: the amount as text.");
    }

    private Map<String, Long> targets(Flow flow) {
        Map<String, Long> targets = new LinkedHashMap<>();
        Object value = body.get("targets");
        if (value != null && !(value instanceof Map)) {
            body.wrong("targets", "must be an object of stage to number.");
        }
        if (value instanceof Map<?, ?> sent) {
            sent.forEach((stage, number) -> {
                boolean whole = number instanceof JsonTree.Literal(String text) && text.matches("0|[1-9][0-9]{0,12}");
                if (flow.indexOf(String.valueOf(stage)) < 0) {
                    body.wrong("targets", "must have keys that are stages of the flow.");
                } else if (!whole || Long.parseLong(((JsonTree.Literal) number).text()) > TARGET) {
                    body.wrong("targets." + stage, "must be a whole number, 0 or more.");
                } else {
                    targets.put(String.valueOf(stage), Long.parseLong(((JsonTree.Literal) number).text()));
                }
            });
        }
        return targets;
    }

    private @Nullable String predecessor() {
        Object value = body.get("predecessor");
        if (value == null) {
            return null;
        }
        return value instanceof String text && Names.isCampaignKey(text)
                ? text
                : body.wrong("predecessor", "must be the key of another campaign.");
    }

    /** Null says that there is none; left out, it is the usual one. */
    private @Nullable String handover(Flow flow) {
        Object value = body.get("handover");
        if (value == null) {
            boolean usual = !body.isNull("handover") && flow.indexOf("accepted") >= 0 && flow.indexOf("qualified") >= 0;
            return usual ? "qualified" : null;
        }
        return value instanceof String text && flow.indexOf(text) >= 0
                ? text
                : body.wrong("handover", "must be a stage of the flow, or null.");
    }

    private Duration window(@Nullable String handover) {
        Object value = body.get("window");
        OptionalLong micros = value instanceof String text ? Spans.micros(text) : OptionalLong.empty();
        if (value != null && micros.isEmpty()) {
            body.wrong(
                    "window",
                    "must be a duration of weeks, days or time, such as P30D: more than 0, at most 3,660 days.");
        }
        return micros.isPresent()
                ? Duration.of(micros.getAsLong(), ChronoUnit.MICROS)
                : handover == null ? SELF_SERVE : WITH_HANDOVER;
    }
}
