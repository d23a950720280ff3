package dev.tundish.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user as an administrator sees them.
 *
 * @param seenAt when they last used a page; null: never
 * @param linkUntil until when the link that they were sent is good; null: there is none
 * @param provided whether they come through the identity provider, which says what they are, and have no password here
 */
public record Member(
        String name,
        Role role,
        User.State state,
        @Nullable Instant seenAt,
        @Nullable Instant linkUntil,
        boolean provided) {}
