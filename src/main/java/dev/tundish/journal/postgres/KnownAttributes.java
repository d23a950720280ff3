package dev.tundish.journal.postgres;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Attributes that campaigns are known to have. At most 200 a campaign; none is ever taken away. */
final class KnownAttributes {

    private final Map<Integer, Set<String>> keys = new ConcurrentHashMap<>();

    Set<String> of(int campaign) {
        return keys.getOrDefault(campaign, Set.of());
    }

    /** Only of what is committed, or was read. */
    void add(int campaign, Collection<String> attributes) {
        keys.computeIfAbsent(campaign, _ -> ConcurrentHashMap.newKeySet()).addAll(attributes);
    }
}
