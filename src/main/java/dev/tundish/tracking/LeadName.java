package dev.tundish.tracking;

import org.jspecify.annotations.Nullable;

/**
 * Which lead a call is about: the user's id; without one the lead that the properties name; without that the visitor's
 * anonymous id. An address of mail is never made a name: it would stand in the log for good.
 */
final class LeadName {

    private LeadName() {}

    static @Nullable String of(Call call) {
        String user = call.text("userId");
        if (user != null) {
            return user;
        }
        String named = call.first("properties", "lead", "lead_id", "leadId");
        return named != null ? named : call.text("anonymousId");
    }
}
