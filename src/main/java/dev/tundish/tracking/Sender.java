package dev.tundish.tracking;

import dev.tundish.access.ApiKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a sender may send.
 *
 * @param campaigns null: to all
 * @param types null: all
 */
public record Sender(
        @Nullable Set<String> campaigns, @Nullable Set<String> types) {

    /** May send everything everywhere. */
    static final Sender UNLIMITED = new Sender(null, null);

    public static Sender of(ApiKey key) {
        return new Sender(key.campaigns(), key.types());
    }

    boolean mayIn(String campaign) {
        return campaigns == null || campaigns.contains(campaign);
    }

    boolean maySend(String type) {
        return types == null || types.contains(type);
    }

    /** The campaign that it can only mean, or null. */
    @Nullable
    String onlyCampaign() {
        return campaigns != null && campaigns.size() == 1 ? campaigns.iterator().next() : null;
    }
}
