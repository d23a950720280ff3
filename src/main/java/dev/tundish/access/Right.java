package dev.tundish.access;

/** What people may do on the pages. Constants, because annotations name them. */
public final class Right {

    /** See campaigns and their counts. */
    public static final String SEE_CAMPAIGNS = "SEE_CAMPAIGNS";

    /** Make, see and revoke keys of the API. */
    public static final String MANAGE_KEYS = "MANAGE_KEYS";

    /** Change one's own password. */
    public static final String CHANGE_OWN_PASSWORD = "CHANGE_OWN_PASSWORD";

    private Right() {}
}
