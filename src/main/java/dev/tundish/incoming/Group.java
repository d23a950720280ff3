package dev.tundish.incoming;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Refused things that are alike: of one source, for one reason.
 *
 * @param campaign the key of the campaign that they are meant for, where that is known; null: not
 * @param count how many are kept
 * @param last when the last of them came
 * @param sample the last of them
 */
public record Group(
        Source source, String code, String detail, @Nullable String campaign, long count, Instant last, Kept sample) {}
