package dev.tundish.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a key may do (contract, 6). The key itself is shown once, when it is made, and kept nowhere.
 *
 * @param id null: the key of the environment
 * @param prefix its first characters, for people to know it by
 * @param campaigns null: all
 * @param types the event types it may send; null: all
 */
public record ApiKey(
        @Nullable UUID id,
        String name,
        String prefix,
        Set<Scope> scopes,
        @Nullable Set<String> campaigns,
        @Nullable Set<String> types,
        Instant createdAt) {

    /** Whether it may do this at all. */
    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    /** Whether it may do so in this campaign. */
    public boolean mayIn(String campaign) {
        return campaigns == null || campaigns.contains(campaign);
    }

    /** Whether it may send events of this type. */
    public boolean maySend(String type) {
        return types == null || types.contains(type);
    }
}
