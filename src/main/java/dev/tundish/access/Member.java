package dev.tundish.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user as an administrator sees them.
 *
 * @param seenAt when they last used a page; null: never
 * @param linkUntil until when the link that they were sent is good; null: there is none
 */
public record Member(
        String name,
        Role role,
        User.State state,
        @Nullable Instant seenAt,
        @Nullable Instant linkUntil) {}
