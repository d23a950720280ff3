package dev.tundish.tracking;

import dev.tundish.grammar.JsonTree;
import dev.tundish.grammar.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of a tracking library.
 *
 * @param index its place among those that came together, from 0
 * @param message as it was sent (see {@link JsonTree})
 */
public record Call(int index, Kind kind, Map<String, Object> message) {

    /** The value at the end of this path of members, or null. */
    @Nullable
    Object at(String... path) {
        Object value = message;
        for (String member : path) {
            value = value instanceof Map<?, ?> object ? object.get(member) : null;
        }
        return value;
    }

    /** Text or a number at this path as text, without white space around it; null when there is none. */
    @Nullable
    String text(String... path) {
        return textOf(at(path));
    }

    /** The first of these members of an object that is there as text. */
    @Nullable
    String first(String object, String... members) {
        for (String member : members) {
            String text = text(object, member);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    static @Nullable String textOf(@Nullable Object value) {
        String text = switch (value) {
            case String string -> Text.trim(string);
            case JsonTree.Literal(String literal) -> literal;
            case null, default -> "";
        };
        return text.isEmpty() ? null : text;
    }

    /** The texts of a list at this path, or of one text with commas. */
    List<String> texts(String... path) {
        return switch (at(path)) {
            case List<?> list ->
                list.stream()
                        .map(Call::textOf)
                        .filter(java.util.Objects::nonNull)
                        .toList();
            case String one ->
                java.util.Arrays.stream(one.split(","))
                        .map(Text::trim)
                        .filter(text -> !text.isEmpty())
                        .toList();
            case null, default -> List.of();
        };
    }
}
