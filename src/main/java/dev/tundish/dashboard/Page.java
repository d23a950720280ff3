package dev.tundish.dashboard;

/**
 * A picture as it goes to browsers.
 *
 * @param json what is to be seen; the very same text as long as nothing changed
 * @param completeTo milliseconds since the epoch: everything that was committed before is in it
 */
public record Page(String json, long completeTo) {}
