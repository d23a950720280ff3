package dev.tundish.access;

/** What people may do on the pages. Constants, because annotations name them. */
public final class Right {

    /** See campaigns and their counts. */
    public static final String SEE_CAMPAIGNS = "SEE_CAMPAIGNS";

    /** See the leads behind the counts, and who they are. */
    public static final String SEE_LEADS = "SEE_LEADS";

    /** Make and change campaigns, and say what was changed in the marketing of one. */
    public static final String CHANGE_CAMPAIGNS = "CHANGE_CAMPAIGNS";

    /** Bring leads and events in from a file. */
    public static final String IMPORT = "IMPORT";

    /** Make inbound addresses, say what their fields mean, and try again what was refused. */
    public static final String CHANGE_INCOMING = "CHANGE_INCOMING";

    /** Erase who a lead is, for good. */
    public static final String ERASE_PEOPLE = "ERASE_PEOPLE";

    /** Make, see and revoke keys of the API. */
    public static final String MANAGE_KEYS = "MANAGE_KEYS";

    /** Invite users, change their roles, shut them out. */
    public static final String MANAGE_USERS = "MANAGE_USERS";

    /** Read who did what. */
    public static final String SEE_AUDIT = "SEE_AUDIT";

    /** Change one's own password. */
    public static final String CHANGE_OWN_PASSWORD = "CHANGE_OWN_PASSWORD";

    /** See where one is signed in, and end it. */
    public static final String SEE_OWN_SESSIONS = "SEE_OWN_SESSIONS";

    private Right() {}
}
