package dev.tundish.incoming;

import dev.tundish.funnel.Happening;
import dev.tundish.grammar.Loose;
import dev.tundish.grammar.Names;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes an event of a body's fields, as a mapping says. */
public final class Mapper {

    private static final Set<String> EXITS = Set.of("lead.disqualified", "lead.rejected", "lead.lost", "lead.reverted");
    private static final int VALUE = 256;
    private static final int COMMENT = 2_000;
    private static final int ATTRIBUTES = 20;

    private final Mapping mapping;
    private final Map<String, String> fields;
    private final Map<String, Object> event = new LinkedHashMap<>();

    private Mapper(Mapping mapping, Map<String, String> fields) {
        this.mapping = mapping;
        this.fields = fields;
    }

    /** @param id the event's, where no field of the body says it */
    public static Mapped map(Mapping mapping, Map<String, String> fields, String id) {
        return new Mapper(mapping, fields).mapped(id);
    }

    private Mapped mapped(String id) {
        Becomes happened = mapping.happened();
        if (happened == null) {
            Mapped.Unmapped unknown = null;
            for (String path : mapping.paths(What.HAPPENED).toList()) {
                String value = fields.get(path);
                if (value != null) {
                    happened = happened(path, value);
                    unknown = happened == null ? unknownValue(path, "what happened") : null;
                    break;
                }
            }
            if (happened == null) {
                return unknown == null ? missing(What.HAPPENED, "what happened") : unknown;
            }
        }
        if (happened.isNothing()) {
            return new Mapped.NoEvent();
        }
        String campaign = mapping.campaign().isEmpty() ? campaign() : mapping.campaign();
        if (campaign == null) {
            return missing(What.CAMPAIGN, "the campaign");
        }
        String lead = one(What.LEAD);
        if (lead == null) {
            return missing(What.LEAD, "who the lead is");
        }
        event.put("type", happened.type());
        event.put("campaign", campaign);
        event.put("lead", lead.indexOf('@') > 0 ? lead.toLowerCase(Locale.ROOT) : lead);
        String own = one(What.ID);
        event.put("id", own == null ? id : own);
        put("at", Moment.of(one(What.AT)));
        belonging(happened);
        value(happened);
        attributes();
        card(lead);
        String by = one(What.BY);
        put("by", by == null ? null : Loose.cut(by, 128));
        put("comment", joined(What.COMMENT, "\n", COMMENT, true));
        return new Mapped.Event(event);
    }

    private @Nullable Becomes happened(String path, String value) {
        String said = mapping.value(path, value);
        if (said != null) {
            return Becomes.parse(said);
        }
        String type = value.strip().toLowerCase(Locale.ROOT);
        return Happening.TYPES.contains(type) ? Becomes.of(type) : null;
    }

    private @Nullable String campaign() {
        for (String path : mapping.paths(What.CAMPAIGN).toList()) {
            String value = fields.get(path);
            if (value != null) {
                String said = mapping.value(path, value);
                return said == null ? key(value) : said;
            }
        }
        return null;
    }

    /** A campaign's name as its key would be: "Spring launch" is spring-launch. */
    private static String key(String name) {
        String key = Loose.slug(name).replace('_', '-');
        return Names.isCampaignKey(name.strip()) || !Names.isCampaignKey(key) ? name.strip() : key;
    }

    private void belonging(Becomes happened) {
        String type = happened.type();
        if (type.equals("lead.reached")) {
            put("stage", happened.detail().isEmpty() ? translated(What.STAGE) : happened.detail());
        } else if (type.equals("lead.feedback")) {
            String verdict = happened.detail().isEmpty() ? translated(What.VERDICT) : happened.detail();
            put("verdict", verdict);
            List<Object> reasons = happened.reason().isEmpty() ? reasons() : List.of(happened.reason());
            if (reasons.isEmpty() && "bad".equals(verdict)) {
                reasons = List.of("other");
            }
            event.put("reasons", reasons.stream().limit(5).toList());
        } else if (EXITS.contains(type)) {
            List<Object> reasons = happened.detail().isEmpty() ? reasons() : List.of(happened.detail());
            event.put("reason", reasons.isEmpty() ? "other" : reasons.getFirst());
        } else if (type.equals("lead.voided")) {
            put("reason", happened.detail().isEmpty() ? null : happened.detail());
        }
    }

    private @Nullable String translated(What what) {
        for (String path : mapping.paths(what).toList()) {
            String value = fields.get(path);
            if (value != null) {
                String said = mapping.value(path, value);
                return said == null ? Loose.slug(value) : said;
            }
        }
        return null;
    }

    private List<Object> reasons() {
        return mapping.paths(What.REASON)
                .filter(fields::containsKey)
                .flatMap(path -> reasons(path, fields.getOrDefault(path, "")))
                .distinct()
                .collect(Collectors.toList());
    }

    private Stream<String> reasons(String path, String value) {
        String said = mapping.value(path, value);
        return said != null
                ? Stream.of(said)
                : Arrays.stream(value.split("[;,|\\n]"))
                        .filter(words -> !words.isBlank())
                        .map(words -> {
                            String one = mapping.value(path, words.strip());
                            return one == null ? Loose.slug(words) : one;
                        });
    }

    /** Only a conversion has one: of a body that says less, its amount is not yet won. */
    private void value(Becomes happened) {
        String amount = one(What.AMOUNT);
        String cents = one(What.CENTS);
        String plain = amount != null ? Loose.amount(amount) : cents == null ? null : whole(cents);
        if (plain == null || !happened.type().equals("lead.converted")) {
            return;
        }
        String currency = one(What.CURRENCY);
        String code = currency == null ? mapping.currency() : currency.toUpperCase(Locale.ROOT);
        event.put("value", Map.of("amount", plain, "currency", code));
    }

    private static String whole(String cents) {
        String digits = cents.strip();
        return digits.matches("\\d{1,17}")
                ? new BigDecimal(digits).movePointLeft(2).toPlainString()
                : digits;
    }

    private void attributes() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        mapping.paths(What.ATTRIBUTE)
                .forEach(path -> attribute(attributes, mapping.meaning(path).detail(), path));
        // of a campaign's links: what nobody mapped, because it was not there yet, counts all the same
        for (String path : fields.keySet()) {
            if (!mapping.fields().containsKey(path)) {
                String key = Utm.attribute(path);
                if (key != null) {
                    attribute(attributes, key, path);
                }
            }
        }
        if (!attributes.isEmpty()) {
            event.put("attributes", attributes);
        }
    }

    private void attribute(Map<String, Object> attributes, String key, String path) {
        String value = fields.get(path);
        String clean = value == null ? "" : Loose.cut(Loose.clean(value, false), VALUE);
        if (!clean.isEmpty() && attributes.size() < ATTRIBUTES) {
            attributes.putIfAbsent(key, clean);
        }
    }

    /** A name may stand in two fields; of all else the first one holds. An address that names the lead is one of its card too. */
    private void card(String lead) {
        Map<String, Object> card = new LinkedHashMap<>();
        mapping.paths(What.CARD).forEach(path -> {
            String value = fields.get(path);
            String clean = value == null ? "" : Loose.clean(value, false);
            if (!clean.isEmpty()) {
                String field = mapping.meaning(path).detail();
                card.merge(field, clean, (a, b) -> field.equals("name") ? a + " " + b : a);
            }
        });
        if (lead.indexOf('@') > 0) {
            card.putIfAbsent("email", lead);
        }
        card.replaceAll((field, value) -> Loose.cut(field.equals("url") ? url((String) value) : (String) value, VALUE));
        if (!card.isEmpty()) {
            event.put("card", card);
        }
    }

    private static String url(String text) {
        return text.matches("(?i)https?://.*") || text.contains(" ") ? text : "https://" + text;
    }

    /** The first of the fields that hold it, cleaned; null when none is there. */
    private @Nullable String one(What what) {
        return mapping.paths(what)
                .map(path -> Loose.clean(fields.getOrDefault(path, ""), false))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private @Nullable String joined(What what, String between, int most, boolean breaks) {
        String all = mapping.paths(what)
                .map(path -> Loose.clean(fields.getOrDefault(path, ""), breaks))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(between));
        return all.isEmpty() ? null : Loose.cut(all, most);
    }

    private void put(String name, @Nullable Object value) {
        if (value != null) {
            event.put(name, value);
        }
    }

    private Mapped.Unmapped missing(What what, String words) {
        List<String> paths = mapping.paths(what).toList();
        return new Mapped.Unmapped(
                paths.isEmpty()
                        ? "The mapping does not say " + words + ": choose it, and try again."
                        : "None of the fields that say " + words + " is in it: " + names(paths)
                                + ". Map another one too.");
    }

    private static Mapped.Unmapped unknownValue(String path, String words) {
        return new Mapped.Unmapped("Its value in “" + path + "” is a new one: say " + words + " then, and try again.");
    }

    private static String names(List<String> paths) {
        return paths.stream().limit(3).map(path -> "“" + path + "”").collect(Collectors.joining(", "));
    }
}
