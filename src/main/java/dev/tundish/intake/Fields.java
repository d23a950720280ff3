package dev.tundish.intake;

import dev.tundish.grammar.Names;
import dev.tundish.grammar.Text;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of an event as they were sent, read under the contract's rules for text. */
record Fields(Map<String, Object> members) {

    static final int NAME = 128;

    /** A member that is text, or null when it is absent. */
    @Nullable
    String text(String field) {
        Object value = members.get(field);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw FieldFault.invalid(field, "must be text, and stand once.");
        }
        return text;
    }

    /** Who or which one: 1 to 128 characters, not only white space, taken as it is. */
    @Nullable
    String name(String field) {
        String text = text(field);
        return text == null ? null : plain(field, text, NAME, false);
    }

    /** A slug, or null. */
    @Nullable
    String slug(String field) {
        String text = text(field);
        return text == null ? null : slug(field, text);
    }

    static String slug(String field, String text) {
        if (!Names.isSlug(text)) {
            throw FieldFault.invalid(field, "must be 1 to 64 of a to z, 0 to 9 and _.");
        }
        return text;
    }

    /** Text without control characters, of bounded length. */
    static String plain(String field, String text, int most, boolean mayBeBlank) {
        if (!Text.isWellFormed(text) || Text.hasControls(text)) {
            throw FieldFault.invalid(field, "must hold no control characters and no unpaired surrogates.");
        }
        if (Text.length(text) > most) {
            throw FieldFault.invalid(field, "may have at most " + most + " characters.");
        }
        if (!mayBeBlank && Text.isBlank(text)) {
            throw FieldFault.invalid(field, "must have at least one character that is not white space.");
        }
        return text;
    }
}
