package dev.tundish.funnel;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which leads: for every key one of its values, where the empty value stands for the leads without the attribute. The
 * same key again is "or", different keys are "and".
 */
public record Filter(Map<String, Set<String>> wanted) {

    public static final Filter NONE = new Filter(Map.of());

    public Filter {
        wanted = wanted.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
    }

    public boolean isNone() {
        return wanted.isEmpty();
    }

    /** This filter with one more wanted value. */
    public Filter with(String key, String value) {
        Map<String, Set<String>> more = new LinkedHashMap<>(wanted);
        Set<String> values = new LinkedHashSet<>(more.getOrDefault(key, Set.of()));
        values.add(value);
        more.put(key, values);
        return new Filter(more);
    }

    /** Whether a lead with these attributes is wanted. */
    public boolean matches(Map<String, String> attributes) {
        return wanted.entrySet().stream().allMatch(e -> e.getValue().contains(attributes.getOrDefault(e.getKey(), "")));
    }
}
