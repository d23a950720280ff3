package dev.tundish.access;

import java.time.Instant;
import java.util.UUID;

/**
 * A browser on which somebody is signed in.
 *
 * @param place the address that it came from
 * @param browser which one it is, in a few words
 */
public record Session(UUID id, String user, String place, String browser, Instant beganAt, Instant usedAt) {}
