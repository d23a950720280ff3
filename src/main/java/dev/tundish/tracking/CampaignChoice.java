package dev.tundish.tracking;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which campaign a call is for: the one that it names itself; else the one of the visitor's link (UTM), if there is such a
 * campaign and the key may send to it; else the only one that the key may send to.
 */
final class CampaignChoice {

    private final Set<String> existing;
    private final Sender sender;

    /** @param existing of the campaigns that {@link #keys} names, those that exist */
    CampaignChoice(Set<String> existing, Sender sender) {
        this.existing = existing;
        this.sender = sender;
    }

    /** The keys of all campaigns that a call may mean. */
    static Set<String> keys(Call call) {
        Set<String> keys = new LinkedHashSet<>();
        for (String name : new String[] {named(call), call.text("context", "campaign", "name"), linkId(call)}) {
            if (name != null) {
                keys.add(Slugs.campaign(name));
            }
        }
        keys.remove("");
        return keys;
    }

    /** The campaign's key, which may be none of an existing one when the call names it itself; null: nothing says. */
    @Nullable
    String of(Call call) {
        String named = named(call);
        if (named != null && !Slugs.campaign(named).isEmpty()) {
            return Slugs.campaign(named);
        }
        for (String link : new String[] {call.text("context", "campaign", "name"), linkId(call)}) {
            String key = link == null ? "" : Slugs.campaign(link);
            if (existing.contains(key) && sender.mayIn(key)) {
                return key;
            }
        }
        return sender.onlyCampaign();
    }

    private static @Nullable String named(Call call) {
        return call.text("properties", "campaign");
    }

    private static @Nullable String linkId(Call call) {
        return call.text("context", "campaign", "id");
    }
}
