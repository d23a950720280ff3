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
 * @param publicUse null: a server keeps it to itself; else a page carries it
 */
public record ApiKey(
        @Nullable UUID id,
        String name,
        String prefix,
        Set<Scope> scopes,
        @Nullable Set<String> campaigns,
        @Nullable Set<String> types,
        Instant createdAt,
        @Nullable PublicUse publicUse) {

    /** A key that a server keeps to itself. */
    public ApiKey(
            @Nullable UUID id,
            String name,
            String prefix,
            Set<Scope> scopes,
            @Nullable Set<String> campaigns,
            @Nullable Set<String> types,
            Instant createdAt) {
        this(id, name, prefix, scopes, campaigns, types, createdAt, null);
    }

    /** Whether a page carries it, so that everybody can read it. */
    public boolean isPublic() {
        return publicUse != null;
    }

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
