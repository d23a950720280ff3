package dev.tundish.campaign;

import java.time.Instant;

/**
 * A campaign as it stands.
 *
 * @param id its number inside this installation; the outside knows its key
 * @param key {@code [a-z0-9][a-z0-9-]{0,63}}
 * @param revision raised by one with every change; the {@code ETag}
 */
public record Campaign(int id, String key, Definition definition, int revision, Instant createdAt, Instant changedAt) {}
