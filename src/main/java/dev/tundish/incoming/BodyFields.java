package dev.tundish.incoming;

import dev.tundish.grammar.JsonTree;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of a body by their paths, such as {@code form.email}. Of a list the members are numbered; but where each has
 * a name of its own, as the answers of form tools have, it stands in place of the number, so that a question that was
 * left out moves nothing: {@code user_column_data.EMAIL.string_value}.
 */
public final class BodyFields {

    /** Of a body with more, the first ones. */
    static final int MOST = 400;

    private static final int DEPTH = 20;
    private static final int LONGEST = 4_000;

    /** How form tools name the members of their lists. */
    private static final List<String> NAMES =
            List.of("column_id", "ref", "key", "name", "field.ref", "field.id", "label");

    private final Map<String, String> fields = new LinkedHashMap<>();

    private BodyFields() {}

    public static Map<String, String> of(@Nullable Object body) {
        BodyFields found = new BodyFields();
        found.walk("", body, 0);
        return found.fields;
    }

    private void walk(String path, @Nullable Object value, int depth) {
        if (fields.size() >= MOST || depth > DEPTH) {
            return;
        }
        switch (value) {
            case null -> {}
            case Map<?, ?> members ->
                members.forEach((name, member) -> walk(below(path, (String) name), member, depth + 1));
            case List<?> values -> list(path, values, depth);
            case JsonTree.Literal(String text) -> put(path, text);
            default -> put(path, value.toString());
        }
    }

    private void list(String path, List<?> values, int depth) {
        String naming = values.size() > 0 && values.getFirst() instanceof Map ? naming(values) : null;
        boolean plain = values.stream().noneMatch(each -> each instanceof Map || each instanceof List);
        if (plain && values.size() == 1) {
            walk(path, values.getFirst(), depth + 1);
            return;
        }
        for (int n = 0; n < values.size(); n++) {
            Object each = values.get(n);
            String name = naming == null ? null : at(each, naming);
            walk(below(path, name == null ? String.valueOf(n) : name), each, depth + 1);
        }
    }

    /** By which of its members each one of a list is told from the others, or null. */
    private static @Nullable String naming(List<?> values) {
        for (String candidate : NAMES) {
            Set<String> seen = new HashSet<>();
            if (values.stream().allMatch(each -> {
                String name = at(each, candidate);
                return name != null && !name.isBlank() && seen.add(name);
            })) {
                return candidate;
            }
        }
        return null;
    }

    private static @Nullable String at(@Nullable Object value, String path) {
        Object here = value;
        for (String step : path.split("\\.")) {
            here = here instanceof Map<?, ?> members ? members.get(step) : null;
        }
        return here instanceof String text ? text : null;
    }

    private void put(String path, String text) {
        if (fields.size() < MOST && !text.isBlank()) {
            fields.putIfAbsent(
                    path.isEmpty() ? "value" : path, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        }
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
