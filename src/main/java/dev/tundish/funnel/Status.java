package dev.tundish.funnel;

/** Where a journey stands (contract, 3.5). */
public enum Status {
    OPEN,
    OUT,
    CONVERTED
}
