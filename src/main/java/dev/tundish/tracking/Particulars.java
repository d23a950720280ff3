package dev.tundish.tracking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a call says of a lead: attributes, and who it is. */
final class Particulars {

    private static final int ATTRIBUTES = 20;
    private static final int LONGEST = 256;

    /** Of a visitor's link (UTM), and the attribute that each becomes. */
    private static final Map<String, String> LINK = Map.of(
            "source", "source", "medium", "medium", "term", "term", "content", "content", "name", "utm_campaign");

    private static final List<String> ASKED = List.of("source", "medium", "segment", "region", "industry", "plan");
    private static final List<String> OF_PEOPLE = List.of("segment", "region", "industry", "plan");

    private Particulars() {}

    /** The attributes; the properties' own word goes first, then the visitor's link, then what is known of the person. */
    static Map<String, Object> attributes(Call call) {
        Map<String, Object> found = new LinkedHashMap<>();
        if (call.at("properties", "attributes") instanceof Map<?, ?> own) {
            own.forEach((name, value) -> put(found, Slugs.word((String) name), Call.textOf(value)));
        }
        ASKED.forEach(name -> put(found, name, call.text("properties", name)));
        LINK.forEach((member, name) -> put(found, name, call.text("context", "campaign", member)));
        OF_PEOPLE.forEach(name -> put(found, name, call.text("traits", name)));
        OF_PEOPLE.forEach(name -> put(found, name, call.text("context", "traits", name)));
        return found;
    }

    private static void put(Map<String, Object> found, String name, @Nullable String value) {
        if (!name.isEmpty() && value != null && found.size() < ATTRIBUTES) {
            found.putIfAbsent(name, cut(value));
        }
    }

    private static String cut(String value) {
        return value.codePointCount(0, value.length()) <= LONGEST
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST));
    }

    /**
     * Who the lead is.
     *
     * @param fromProperties whether the properties speak of the person, as those of a form do; a name among those of an
     *     order is a product's
     */
    static Map<String, Object> card(Call call, boolean fromProperties) {
        Map<String, Object> card = new LinkedHashMap<>();
        if (fromProperties) {
            card(call, card, "properties");
        }
        card(call, card, "traits");
        card(call, card, "context", "traits");
        return card;
    }

    private static void card(Call call, Map<String, Object> card, String... place) {
        if (!(call.at(place) instanceof Map<?, ?> traits)) {
            return;
        }
        write(card, "name", name(traits));
        write(
                card,
                "company",
                traits.get("company") instanceof Map<?, ?> company ? company.get("name") : traits.get("company"));
        write(card, "email", traits.get("email"));
        write(card, "phone", traits.get("phone"));
        write(card, "url", address(Call.textOf(traits.get("website"))));
        write(card, "owner", traits.get("owner"));
    }

    private static void write(Map<String, Object> card, String field, @Nullable Object value) {
        String text = Call.textOf(value);
        if (text != null) {
            card.putIfAbsent(field, text);
        }
    }

    private static @Nullable String name(Map<?, ?> traits) {
        String whole = Call.textOf(traits.get("name"));
        String first = either(traits, "firstName", "first_name");
        String last = either(traits, "lastName", "last_name");
        if (whole != null || first == null || last == null) {
            return whole != null ? whole : first != null ? first : last;
        }
        return first + " " + last;
    }

    private static @Nullable String either(Map<?, ?> traits, String one, String other) {
        String text = Call.textOf(traits.get(one));
        return text != null ? text : Call.textOf(traits.get(other));
    }

    /** People write an address without its beginning. */
    private static @Nullable String address(@Nullable String website) {
        if (website == null || website.toLowerCase(Locale.ROOT).matches("https?://.*")) {
            return website;
        }
        return "https://" + website;
    }
}
