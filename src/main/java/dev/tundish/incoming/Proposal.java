package dev.tundish.incoming;

import dev.tundish.funnel.Happening;
import dev.tundish.grammar.Loose;
import dev.tundish.grammar.Names;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the fields of bodies seem to mean, by their names and values: a beginning, for people to put right. */
public final class Proposal {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final int ATTRIBUTES = 20;

    private final Set<What> given = new HashSet<>();
    private int attributes;

    private Proposal() {}

    /**
     * @param bodies the fields of each
     * @param before what was mapped already stays
     */
    public static Mapping of(Mapping before, Collection<Map<String, String>> bodies) {
        return new Proposal().proposed(before, bodies);
    }

    private Mapping proposed(Mapping before, Collection<Map<String, String>> bodies) {
        boolean fresh = before.fields().isEmpty();
        before.fields().values().forEach(known -> given.add(known.what()));
        Map<String, Set<String>> values = new LinkedHashMap<>();
        bodies.forEach(body -> body.forEach((path, value) ->
                values.computeIfAbsent(path, _ -> new HashSet<>()).add(value)));
        Mapping mapping = before;
        for (var each : values.entrySet()) {
            if (!before.fields().containsKey(each.getKey())) {
                Meaning guess = guess(each.getKey(), each.getValue(), fresh);
                if (guess.what() != What.NOTHING) {
                    mapping = mapping.withField(each.getKey(), guess);
                }
            }
        }
        if (fresh && !mapping.has(What.HAPPENED) && mapping.happened() == null) {
            mapping = mapping.withHappened(Becomes.of("lead.captured"));
        }
        return fresh ? lead(mapping, values) : mapping;
    }

    /** Without an id of its own, a lead is known by its address: the same person in two forms is then one lead. */
    private static Mapping lead(Mapping mapping, Map<String, Set<String>> values) {
        if (mapping.has(What.LEAD)) {
            return mapping;
        }
        return mapping.paths(What.CARD)
                .filter(path -> mapping.meaning(path).detail().equals("email"))
                .findFirst()
                .or(() -> values.entrySet().stream()
                        .filter(each -> each.getValue().stream()
                                .allMatch(value -> EMAIL.matcher(value).matches()))
                        .map(Map.Entry::getKey)
                        .findFirst())
                .map(path -> mapping.withField(path, Meaning.of(What.LEAD)))
                .orElse(mapping);
    }

    private Meaning guess(String path, Set<String> values, boolean fresh) {
        String utm = Utm.attribute(path);
        if (utm != null) {
            return attributes++ < ATTRIBUTES ? Meaning.of(What.ATTRIBUTE, utm) : Meaning.NOTHING;
        }
        Meaning guess = named(path, values);
        boolean again = !guess.what().isShared() && !given.add(guess.what());
        boolean late = !fresh && !guess.what().isShared();
        return again || late ? Meaning.NOTHING : guess;
    }

    private static Meaning named(String path, Set<String> values) {
        for (String name : names(path)) {
            Meaning guess = named(name);
            if (guess.what() != What.NOTHING) {
                return guess;
            }
        }
        if (values.stream()
                .allMatch(value -> Happening.TYPES.contains(value.strip().toLowerCase(Locale.ROOT)))) {
            return Meaning.of(What.HAPPENED);
        }
        boolean emails = values.stream().allMatch(value -> EMAIL.matcher(value).matches());
        return emails ? Meaning.of(What.CARD, "email") : Meaning.NOTHING;
    }

    /** The last step says most; before "value" and its like, the one in front of it does. */
    private static List<String> names(String path) {
        String[] steps = path.split("\\.");
        String last = Loose.slug(steps[steps.length - 1]);
        boolean says =
                !last.matches("value|values|string_value|text|email|phone_number|answer|\\d+") || steps.length == 1;
        return says ? List.of(last) : List.of(Loose.slug(steps[steps.length - 2]), last);
    }

    private static Meaning named(String name) {
        return switch (name) {
            case "lead",
                    "lead_id",
                    "leadid",
                    "leadgen_id",
                    "contact_id",
                    "prospect_id",
                    "customer_id",
                    "hs_object_id",
                    "objectid" -> Meaning.of(What.LEAD);
            case "event_id", "eventid", "response_id", "submission_id" -> Meaning.of(What.ID);
            case "type", "event_type", "dealstage", "deal_stage", "lifecyclestage", "status" -> Meaning.NOTHING;
            case "created_at", "submitted_at", "occurred_at", "timestamp", "created_time", "createdate", "occurredat" ->
                Meaning.of(What.AT);
            case "reason", "lost_reason", "closed_lost_reason", "loss_reason" -> Meaning.of(What.REASON);
            case "amount", "deal_value", "deal_amount", "revenue" -> Meaning.of(What.AMOUNT);
            case "amount_total", "amount_paid", "amount_received" -> Meaning.of(What.CENTS);
            case "currency" -> Meaning.of(What.CURRENCY);
            case "email", "e_mail", "mail", "email_address", "user_email", "your_email", "work_email" ->
                Meaning.of(What.CARD, "email");
            case "name", "full_name", "fullname", "your_name", "first_name", "last_name", "firstname", "lastname" ->
                Meaning.of(What.CARD, "name");
            case "company", "company_name", "organization", "organisation", "account" ->
                Meaning.of(What.CARD, "company");
            case "phone", "phone_number", "telephone", "tel", "mobile" -> Meaning.of(What.CARD, "phone");
            case "website", "url", "web" -> Meaning.of(What.CARD, "url");
            case "owner", "hubspot_owner_id" -> Meaning.of(What.CARD, "owner");
            case "message", "comment", "comments", "note", "notes" -> Meaning.of(What.COMMENT);
            case "source", "medium", "segment", "region", "country", "industry", "landing_page", "referrer" ->
                Meaning.of(What.ATTRIBUTE, name);
            default -> Meaning.NOTHING;
        };
    }

    /** The name of a field as the key of a trait; empty when it makes none. */
    public static String attribute(String path) {
        String[] steps = path.split("\\.");
        String utm = Utm.attribute(path);
        String key = utm == null ? Loose.slug(steps[steps.length - 1]) : utm;
        return Names.isSlug(key) ? key : "";
    }
}
