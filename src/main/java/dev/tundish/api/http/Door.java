package dev.tundish.api.http;

/** Who a route is for, and where they show their key. */
public enum Door {
    /** Programs, with {@code Authorization: Bearer}. Public keys are turned away, and browsers told nothing of it. */
    PROGRAMS,
    /** The same, and pages of the origins that a public key names. */
    PAGES,
    /** As pages; the key may also be the user's name of {@code Authorization: Basic}, or stand in the body. */
    TRACKING
}
