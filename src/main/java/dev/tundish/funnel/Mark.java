package dev.tundish.funnel;

/** What a verdict says of a lead. */
public enum Mark {
    GOOD,
    BAD
}
