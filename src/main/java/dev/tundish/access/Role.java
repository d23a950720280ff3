package dev.tundish.access;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a user is in the team, and what comes with it: each may do what the one before may, and more. */
public enum Role {
    /** Looks at the numbers: a guest, a board, an agency's client. */
    VIEWER(Set.of(), Right.SEE_CAMPAIGNS, Right.CHANGE_OWN_PASSWORD, Right.SEE_OWN_SESSIONS),
    /** Works the leads. */
    SALES(VIEWER.rights, Right.SEE_LEADS),
    /** Makes the campaigns. */
    MARKETER(SALES.rights, Right.CHANGE_CAMPAIGNS, Right.IMPORT, Right.CHANGE_INCOMING),
    /** Answers for them, and for what people may ask to have erased. */
    MANAGER(MARKETER.rights, Right.ERASE_PEOPLE),
    /** Keeps the installation. */
    ADMIN(MANAGER.rights, Right.MANAGE_KEYS, Right.MANAGE_USERS, Right.SEE_AUDIT);

    private final Set<String> rights;

    Role(Set<String> before, String... more) {
        this.rights = Stream.concat(before.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
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
