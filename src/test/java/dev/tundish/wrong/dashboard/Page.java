package dev.tundish.wrong.dashboard;

/** A page. */
public record Page(String title) {}
