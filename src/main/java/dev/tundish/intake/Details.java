package dev.tundish.intake;

import dev.tundish.funnel.Money;
import dev.tundish.grammar.Currencies;
import dev.tundish.grammar.Names;
import dev.tundish.grammar.Text;
import dev.tundish.journal.Card;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields that say more of an event: comment, value, attributes, card (contract, 2). */
final class Details {

    private static final int COMMENT = 2_000;
    private static final int ATTRIBUTES = 20;
    private static final int VALUE = 256;

    private Details() {}

    static @Nullable String comment(Fields fields) {
        String text = fields.text("comment");
        if (text == null) {
            return null;
        }
        if (!Text.isWellFormed(text) || Text.hasControlsButBreaks(text)) {
            throw FieldFault.invalid("comment", "must hold no control characters but line breaks and tabs.");
        }
        if (Text.length(text) > COMMENT) {
            throw FieldFault.invalid("comment", "may have at most 2,000 characters.");
        }
        return text;
    }

    static @Nullable Money value(Fields fields) {
        Map<String, Object> money = object(fields, "value");
        if (money == null) {
            return null;
        }
        if (!(money.get("amount") instanceof String amount) || !Names.isAmount(amount)) {
            throw FieldFault.invalid(
                    "value.amount", "must be text such as \"1200.50\": up to 15 digits, and up to 4 after the point.");
        }
        if (!(money.get("currency") instanceof String currency) || !Currencies.isActive(currency)) {
            throw FieldFault.invalid("value.currency", "must be an active code of ISO 4217, such as \"EUR\".");
        }
        return new Money(new BigDecimal(amount), currency);
    }

    static Map<String, String> attributes(Fields fields) {
        Map<String, Object> sent = object(fields, "attributes");
        if (sent == null) {
            return Map.of();
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (var each : sent.entrySet()) {
            if (!Names.isSlug(each.getKey())) {
                throw FieldFault.invalid("attributes", "must have keys of 1 to 64 of a to z, 0 to 9 and _.");
            }
            String field = "attributes." + each.getKey();
            if (!(each.getValue() instanceof String text)) {
                throw FieldFault.invalid(field, "must be text, and stand once.");
            }
            String value = Fields.plain(field, Text.trim(checked(field, text)), VALUE, true);
            if (!value.isEmpty()) {
                attributes.put(each.getKey(), value);
            }
        }
        if (attributes.size() > ATTRIBUTES) {
            throw FieldFault.invalid("attributes", "may have at most 20 keys.");
        }
        return attributes;
    }

    /** A control character at an end would else be trimmed unseen. */
    private static String checked(String field, String text) {
        return Fields.plain(field, text, Integer.MAX_VALUE, true);
    }

    static @Nullable Card card(Fields fields) {
        Map<String, Object> sent = object(fields, "card");
        if (sent == null) {
            return null;
        }
        Card card = new Card(
                line(sent, "name"),
                line(sent, "company"),
                line(sent, "email"),
                line(sent, "phone"),
                url(line(sent, "url")),
                line(sent, "owner"));
        return card.equals(new Card(null, null, null, null, null, null)) ? null : card;
    }

    private static @Nullable String line(Map<String, Object> card, String field) {
        Object value = card.get(field);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw FieldFault.invalid("card." + field, "must be text, and stand once.");
        }
        return Fields.plain("card." + field, text, VALUE, true);
    }

    private static @Nullable String url(@Nullable String url) {
        if (url != null) {
            String lower = url.toLowerCase(Locale.ROOT);
            int host = lower.startsWith("https://") ? 8 : lower.startsWith("http://") ? 7 : url.length();
            if (host == url.length()
                    || url.chars().anyMatch(Text::isWhiteSpace)
                    || "/?#".indexOf(url.charAt(host)) >= 0) {
                throw FieldFault.invalid("card.url", "must be an address that begins with http:// or https://.");
            }
        }
        return url;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, Object> object(Fields fields, String field) {
        Object value = fields.members().get(field);
        if (value != null && !(value instanceof Map)) {
            throw FieldFault.invalid(field, "must be an object, and stand once.");
        }
        return (Map<String, Object>) value;
    }
}
