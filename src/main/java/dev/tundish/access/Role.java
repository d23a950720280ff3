package dev.tundish.access;

import java.util.Locale;
import java.util.Set;

/** What a user is in the team, and what comes with it. */
public enum Role {
    ADMIN(Set.of(
            Right.SEE_CAMPAIGNS,
            Right.SEE_LEADS,
            Right.CHANGE_CAMPAIGNS,
            Right.IMPORT,
            Right.CHANGE_INCOMING,
            Right.MANAGE_KEYS,
            Right.CHANGE_OWN_PASSWORD)),
    MANAGER(Set.of(
            Right.SEE_CAMPAIGNS,
            Right.SEE_LEADS,
            Right.CHANGE_CAMPAIGNS,
            Right.IMPORT,
            Right.CHANGE_INCOMING,
            Right.CHANGE_OWN_PASSWORD)),
    MARKETER(Set.of(
            Right.SEE_CAMPAIGNS,
            Right.SEE_LEADS,
            Right.CHANGE_CAMPAIGNS,
            Right.IMPORT,
            Right.CHANGE_INCOMING,
            Right.CHANGE_OWN_PASSWORD)),
    SALES(Set.of(Right.SEE_CAMPAIGNS, Right.SEE_LEADS, Right.CHANGE_OWN_PASSWORD));

    private final Set<String> rights;

    Role(Set<String> rights) {
        this.rights = rights;
    }

    /** The {@link Right}s of everybody in this role. */
    public Set<String> rights() {
        return rights;
    }

    /** The name as it is kept. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role that is kept by this name. */
    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
