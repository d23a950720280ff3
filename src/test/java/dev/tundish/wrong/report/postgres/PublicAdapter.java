package dev.tundish.wrong.report.postgres;

/** An adapter that others can take hold of. */
public record PublicAdapter(String name) {}
