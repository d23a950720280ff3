package dev.tundish.report;

/** An answer, and the campaign's version of which it is throughout. */
public record Versioned<T>(long version, T value) {}
