package dev.tundish.incoming;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the bodies of one source mean.
 *
 * @param campaign all of them are of this one; empty: a field says it
 * @param happened what each says; null: a field says it
 * @param fields by path; what is not here means nothing
 * @param values by path and value, for fields that are {@linkplain What#isTranslated translated}: the campaign's key, the
 *     code of a {@link Becomes}, the stage, the reason, the verdict
 * @param currency of amounts, when no field says it; empty: none
 */
public record Mapping(
        String campaign,
        @Nullable Becomes happened,
        Map<String, Meaning> fields,
        Map<String, Map<String, String>> values,
        String currency) {

    public static final Mapping EMPTY = new Mapping("", null, Map.of(), Map.of(), "");

    public Mapping {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Meaning meaning(String path) {
        return fields.getOrDefault(path, Meaning.NOTHING);
    }

    /** The paths that hold this, in their order. */
    Stream<String> paths(What what) {
        return fields.entrySet().stream()
                .filter(each -> each.getValue().what() == what)
                .map(Map.Entry::getKey);
    }

    boolean has(What what) {
        return paths(what).findAny().isPresent();
    }

    /** What a value of a field was said to mean, or null. */
    public @Nullable String value(String path, String value) {
        return values.getOrDefault(path, Map.of()).get(value);
    }

    public Mapping withCampaign(String next) {
        return new Mapping(next, happened, fields, values, currency);
    }

    public Mapping withHappened(@Nullable Becomes next) {
        return new Mapping(campaign, next, fields, values, currency);
    }

    public Mapping withCurrency(String next) {
        return new Mapping(campaign, happened, fields, values, next);
    }

    public Mapping withField(String path, Meaning meaning) {
        Map<String, Meaning> next = new LinkedHashMap<>(fields);
        next.put(path, meaning);
        return new Mapping(campaign, happened, next, values, currency);
    }

    /** @param meaning null: nothing was said */
    public Mapping withValue(String path, String value, @Nullable String meaning) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>(values);
        Map<String, String> next = new LinkedHashMap<>(Objects.requireNonNullElse(all.get(path), Map.of()));
        if (meaning == null) {
            next.remove(value);
        } else {
            next.put(value, meaning);
        }
        all.put(path, Collections.unmodifiableMap(next));
        return new Mapping(campaign, happened, fields, all, currency);
    }
}
